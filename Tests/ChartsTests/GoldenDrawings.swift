/// The expected text of the small charts, looked at as pictures before it was written down.
enum GoldenDrawings {
  static let pyramid = ##"""
    <svg xmlns="http://www.w3.org/2000/svg" width="680" height="164" viewBox="0 0 680 164" role="img" aria-labelledby="f-title f-desc" font-family="Calibri, Carlito, Arial, sans-serif">
    <title id="f-title">Titel</title>
    <desc id="f-desc">Omschrijving</desc>
    <rect x="0" y="0" width="680" height="164" fill="#ffffff"/>
    <line x1="314.17" y1="32" x2="314.17" y2="100" stroke="#9aa5b1" stroke-width="1"/>
    <text x="314.17" y="116" font-size="13" text-anchor="middle" fill="#5a6572">0 %</text>
    <line x1="216.11" y1="32" x2="216.11" y2="100" stroke="#e3e7eb" stroke-width="1"/>
    <text x="216.11" y="116" font-size="13" text-anchor="middle" fill="#5a6572">20 %</text>
    <line x1="118.06" y1="32" x2="118.06" y2="100" stroke="#e3e7eb" stroke-width="1"/>
    <text x="118.06" y="116" font-size="13" text-anchor="middle" fill="#5a6572">40 %</text>
    <line x1="20" y1="32" x2="20" y2="100" stroke="#e3e7eb" stroke-width="1"/>
    <text x="20" y="116" font-size="13" text-anchor="middle" fill="#5a6572">60 %</text>
    <rect x="302.17" y="8" width="12" height="12" fill="#2a6496"/>
    <text x="296.17" y="19" font-size="14" font-weight="bold" text-anchor="end" fill="#222b36">Mannen</text>
    <text x="308.17" y="55.5" font-size="14" text-anchor="end" fill="#222b36">•</text>
    <rect x="274.95" y="67.5" width="39.22" height="27" fill="#2a6496"/>
    <line x1="279.85" y1="67" x2="279.85" y2="95" stroke="#ffffff" stroke-width="4.5"/>
    <line x1="279.85" y1="67" x2="279.85" y2="95" stroke="#222b36" stroke-width="2"/>
    <text x="267.95" y="85.5" font-size="14" text-anchor="end" fill="#222b36">8,0 %</text>
    <line x1="365.83" y1="32" x2="365.83" y2="100" stroke="#9aa5b1" stroke-width="1"/>
    <text x="365.83" y="116" font-size="13" text-anchor="middle" fill="#5a6572">0 %</text>
    <line x1="463.89" y1="32" x2="463.89" y2="100" stroke="#e3e7eb" stroke-width="1"/>
    <text x="463.89" y="116" font-size="13" text-anchor="middle" fill="#5a6572">20 %</text>
    <line x1="561.94" y1="32" x2="561.94" y2="100" stroke="#e3e7eb" stroke-width="1"/>
    <text x="561.94" y="116" font-size="13" text-anchor="middle" fill="#5a6572">40 %</text>
    <line x1="660" y1="32" x2="660" y2="100" stroke="#e3e7eb" stroke-width="1"/>
    <text x="660" y="116" font-size="13" text-anchor="middle" fill="#5a6572">60 %</text>
    <rect x="365.83" y="8" width="12" height="12" fill="#e29a4b"/>
    <text x="383.83" y="19" font-size="14" font-weight="bold" fill="#222b36">Vrouwen</text>
    <rect x="365.83" y="37.5" width="216.95" height="27" fill="#e29a4b"/>
    <text x="589.78" y="55.5" font-size="14" fill="#222b36">44,3 %</text>
    <rect x="365.83" y="67.5" width="36.77" height="27" fill="#e29a4b"/>
    <line x1="400.15" y1="67" x2="400.15" y2="95" stroke="#ffffff" stroke-width="4.5"/>
    <line x1="400.15" y1="67" x2="400.15" y2="95" stroke="#222b36" stroke-width="2"/>
    <text x="409.6" y="85.5" font-size="14" fill="#222b36">7,5 %</text>
    <text x="340" y="55.76" font-size="14" text-anchor="middle" fill="#222b36">15+</text>
    <text x="340" y="85.76" font-size="14" text-anchor="middle" fill="#222b36">0–14</text>
    <line x1="18" y1="135" x2="18" y2="149" stroke="#ffffff" stroke-width="4.5"/>
    <line x1="18" y1="135" x2="18" y2="149" stroke="#222b36" stroke-width="2"/>
    <text x="30" y="146.5" font-size="13" fill="#5a6572">Nederland</text>
    <text x="115.23" y="146.5" font-size="14" fill="#222b36">•</text>
    <text x="130.23" y="146.5" font-size="13" fill="#5a6572">niet getoond</text>
    </svg>

    """##

  static let dots = ##"""
    <svg xmlns="http://www.w3.org/2000/svg" width="680" height="128" viewBox="0 0 680 128" role="img" aria-labelledby="f-title f-desc" font-family="Calibri, Carlito, Arial, sans-serif">
    <title id="f-title">Titel</title>
    <desc id="f-desc">Omschrijving</desc>
    <rect x="0" y="0" width="680" height="128" fill="#ffffff"/>
    <circle cx="18" cy="16" r="5" fill="#2a6496"/>
    <text x="30" y="20.5" font-size="13" fill="#5a6572">waarde</text>
    <line x1="94.34" y1="16" x2="114.34" y2="16" stroke="#7faacc" stroke-width="4"/>
    <text x="120.34" y="20.5" font-size="13" fill="#5a6572">marge</text>
    <line x1="184.13" y1="9" x2="184.13" y2="23" stroke="#ffffff" stroke-width="4.5"/>
    <line x1="184.13" y1="9" x2="184.13" y2="23" stroke="#222b36" stroke-width="2"/>
    <text x="196.13" y="20.5" font-size="13" fill="#5a6572">Regio</text>
    <text x="252.16" y="20.5" font-size="14" fill="#222b36">•</text>
    <text x="267.16" y="20.5" font-size="13" fill="#5a6572">niet getoond</text>
    <line x1="140.85" y1="38" x2="140.85" y2="94" stroke="#9aa5b1" stroke-width="1"/>
    <text x="140.85" y="111" font-size="13" text-anchor="middle" fill="#5a6572">0 %</text>
    <line x1="210.63" y1="38" x2="210.63" y2="94" stroke="#e3e7eb" stroke-width="1"/>
    <text x="210.63" y="111" font-size="13" text-anchor="middle" fill="#5a6572">10 %</text>
    <line x1="280.41" y1="38" x2="280.41" y2="94" stroke="#e3e7eb" stroke-width="1"/>
    <text x="280.41" y="111" font-size="13" text-anchor="middle" fill="#5a6572">20 %</text>
    <line x1="350.19" y1="38" x2="350.19" y2="94" stroke="#e3e7eb" stroke-width="1"/>
    <text x="350.19" y="111" font-size="13" text-anchor="middle" fill="#5a6572">30 %</text>
    <line x1="419.97" y1="38" x2="419.97" y2="94" stroke="#e3e7eb" stroke-width="1"/>
    <text x="419.97" y="111" font-size="13" text-anchor="middle" fill="#5a6572">40 %</text>
    <line x1="489.75" y1="38" x2="489.75" y2="94" stroke="#e3e7eb" stroke-width="1"/>
    <text x="489.75" y="111" font-size="13" text-anchor="middle" fill="#5a6572">50 %</text>
    <line x1="559.52" y1="38" x2="559.52" y2="94" stroke="#e3e7eb" stroke-width="1"/>
    <text x="559.52" y="111" font-size="13" text-anchor="middle" fill="#5a6572">60 %</text>
    <line x1="461.83" y1="52" x2="503.7" y2="52" stroke="#7faacc" stroke-width="4"/>
    <line x1="461.83" y1="42" x2="461.83" y2="62" stroke="#ffffff" stroke-width="4.5"/>
    <line x1="461.83" y1="42" x2="461.83" y2="62" stroke="#222b36" stroke-width="2"/>
    <circle cx="482.77" cy="52" r="5" fill="#2a6496"/>
    <text x="12" y="56.5" font-size="14" fill="#222b36">Eenzaam</text>
    <text x="614.4" y="56.5" font-size="14" font-weight="bold" text-anchor="end" fill="#222b36">49 %</text>
    <text x="668" y="56.5" font-size="13" text-anchor="end" fill="#5a6572">(46–52)</text>
    <line x1="217.61" y1="70" x2="217.61" y2="90" stroke="#ffffff" stroke-width="4.5"/>
    <line x1="217.61" y1="70" x2="217.61" y2="90" stroke="#222b36" stroke-width="2"/>
    <text x="12" y="84.5" font-size="14" fill="#222b36">Ernstig eenzaam</text>
    <text x="614.4" y="84.5" font-size="14" font-weight="bold" text-anchor="end" fill="#222b36">•</text>
    </svg>

    """##

  static let bars = ##"""
    <svg xmlns="http://www.w3.org/2000/svg" width="680" height="126" viewBox="0 0 680 126" role="img" aria-labelledby="f-title f-desc" font-family="Calibri, Carlito, Arial, sans-serif">
    <title id="f-title">Titel</title>
    <desc id="f-desc">Omschrijving</desc>
    <rect x="0" y="0" width="680" height="126" fill="#ffffff"/>
    <line x1="92.46" y1="12" x2="92.46" y2="72" stroke="#9aa5b1" stroke-width="1"/>
    <text x="92.46" y="89" font-size="13" text-anchor="middle" fill="#5a6572">0</text>
    <line x1="182.4" y1="12" x2="182.4" y2="72" stroke="#e3e7eb" stroke-width="1"/>
    <text x="182.4" y="89" font-size="13" text-anchor="middle" fill="#5a6572">10</text>
    <line x1="272.34" y1="12" x2="272.34" y2="72" stroke="#e3e7eb" stroke-width="1"/>
    <text x="272.34" y="89" font-size="13" text-anchor="middle" fill="#5a6572">20</text>
    <line x1="362.28" y1="12" x2="362.28" y2="72" stroke="#e3e7eb" stroke-width="1"/>
    <text x="362.28" y="89" font-size="13" text-anchor="middle" fill="#5a6572">30</text>
    <line x1="452.22" y1="12" x2="452.22" y2="72" stroke="#e3e7eb" stroke-width="1"/>
    <text x="452.22" y="89" font-size="13" text-anchor="middle" fill="#5a6572">40</text>
    <line x1="542.17" y1="12" x2="542.17" y2="72" stroke="#e3e7eb" stroke-width="1"/>
    <text x="542.17" y="89" font-size="13" text-anchor="middle" fill="#5a6572">50</text>
    <line x1="632.11" y1="12" x2="632.11" y2="72" stroke="#e3e7eb" stroke-width="1"/>
    <text x="632.11" y="89" font-size="13" text-anchor="middle" fill="#5a6572">60</text>
    <text x="72.46" y="89" font-size="13" text-anchor="end" fill="#5a6572">per 1.000</text>
    <text x="12" y="31.5" font-size="14" fill="#222b36">Astma</text>
    <rect x="92.46" y="17" width="471.29" height="20" fill="#2a6496"/>
    <text x="569.75" y="31.5" font-size="14" font-weight="bold" fill="#222b36">52,4</text>
    <text x="12" y="61.5" font-size="14" fill="#222b36">COPD</text>
    <text x="98.46" y="61.5" font-size="14" font-weight="bold" fill="#222b36">•</text>
    <text x="15" y="114.5" font-size="14" fill="#222b36">•</text>
    <text x="30" y="114.5" font-size="13" fill="#5a6572">niet getoond</text>
    </svg>

    """##

  static let map = ##"""
    <svg xmlns="http://www.w3.org/2000/svg" width="680" height="437.16" viewBox="0 0 680 437.16" role="img" aria-labelledby="f-title f-desc" font-family="Calibri, Carlito, Arial, sans-serif">
    <title id="f-title">Titel</title>
    <desc id="f-desc">Omschrijving</desc>
    <rect x="0" y="0" width="680" height="437.16" fill="#ffffff"/>
    <path d="M12 391.16L391.16 391.16L391.16 12L12 12Z" fill-rule="evenodd" fill="#123354" stroke="#ffffff" stroke-width="1.5"/>
    <path d="M391.16 391.16L408.01 391.16L408.01 374.3L391.16 374.3Z" fill-rule="evenodd" fill="#dde9f3" stroke="#ffffff" stroke-width="1.5"/>
    <text x="201.58" y="199.58" font-size="14" font-weight="bold" text-anchor="middle" fill="#ffffff">1901</text>
    <text x="201.58" y="214.58" font-size="13" text-anchor="middle" fill="#ffffff">71 %</text>
    <line x1="399.58" y1="382.73" x2="420.01" y2="382.73" stroke="#5a6572" stroke-width="0.75"/>
    <circle cx="399.58" cy="382.73" r="2.5" fill="#222b36" stroke="#ffffff" stroke-width="1"/>
    <text x="424.01" y="387.23" font-size="13" font-weight="bold" fill="#222b36">1902</text>
    <text x="459.54" y="387.23" font-size="13" fill="#222b36">20 %</text>
    <line x1="12" y1="421.16" x2="96.26" y2="421.16" stroke="#5a6572" stroke-width="2"/>
    <text x="12" y="415.16" font-size="13" fill="#5a6572">200 m</text>
    <rect x="500" y="12" width="22" height="16" fill="#123354" stroke="#e3e7eb" stroke-width="1"/>
    <text x="530" y="25" font-size="13" fill="#5a6572">vanaf 50 %</text>
    <rect x="500" y="36" width="22" height="16" fill="#639cc5" stroke="#e3e7eb" stroke-width="1"/>
    <text x="530" y="49" font-size="13" fill="#5a6572">25 tot 50 %</text>
    <rect x="500" y="60" width="22" height="16" fill="#dde9f3" stroke="#e3e7eb" stroke-width="1"/>
    <text x="530" y="73" font-size="13" fill="#5a6572">&lt; 25 %</text>
    </svg>

    """##

  static let trend = ##"""
    <svg xmlns="http://www.w3.org/2000/svg" width="680" height="338" viewBox="0 0 680 338" role="img" aria-labelledby="f-title f-desc" font-family="Calibri, Carlito, Arial, sans-serif">
    <title id="f-title">Titel</title>
    <desc id="f-desc">Omschrijving</desc>
    <rect x="0" y="0" width="680" height="338" fill="#ffffff"/>
    <line x1="50.46" y1="276" x2="567.6" y2="276" stroke="#9aa5b1" stroke-width="1"/>
    <text x="42.46" y="280.5" font-size="13" text-anchor="end" fill="#5a6572">0</text>
    <line x1="50.46" y1="199.33" x2="567.6" y2="199.33" stroke="#e3e7eb" stroke-width="1"/>
    <text x="42.46" y="203.83" font-size="13" text-anchor="end" fill="#5a6572">20</text>
    <line x1="50.46" y1="122.67" x2="567.6" y2="122.67" stroke="#e3e7eb" stroke-width="1"/>
    <text x="42.46" y="127.17" font-size="13" text-anchor="end" fill="#5a6572">40</text>
    <line x1="50.46" y1="46" x2="567.6" y2="46" stroke="#e3e7eb" stroke-width="1"/>
    <text x="42.46" y="50.5" font-size="13" text-anchor="end" fill="#5a6572">60</text>
    <text x="12" y="17" font-size="13" fill="#5a6572">per 1.000</text>
    <line x1="553.6" y1="276" x2="553.6" y2="280" stroke="#9aa5b1" stroke-width="1"/>
    <text x="553.6" y="294" font-size="13" text-anchor="middle" fill="#5a6572">2026</text>
    <line x1="309.03" y1="276" x2="309.03" y2="280" stroke="#9aa5b1" stroke-width="1"/>
    <text x="309.03" y="294" font-size="13" text-anchor="middle" fill="#5a6572">2025</text>
    <line x1="64.46" y1="276" x2="64.46" y2="280" stroke="#9aa5b1" stroke-width="1"/>
    <text x="64.46" y="294" font-size="13" text-anchor="middle" fill="#5a6572">2024</text>
    <line x1="186.75" y1="42" x2="186.75" y2="276" stroke="#5a6572" stroke-width="1.25" stroke-dasharray="4 3"/>
    <text x="186.75" y="38" font-size="13" text-anchor="middle" fill="#5a6572">A</text>
    <line x1="309.03" y1="76.67" x2="553.6" y2="65.17" stroke="#2a6496" stroke-width="2.25"/>
    <circle cx="64.46" cy="84.33" r="4.75" fill="#2a6496" stroke="#ffffff" stroke-width="1"/>
    <circle cx="309.03" cy="76.67" r="4.75" fill="#2a6496" stroke="#ffffff" stroke-width="1"/>
    <circle cx="553.6" cy="65.17" r="4.75" fill="#2a6496" stroke="#ffffff" stroke-width="1"/>
    <path d="M60.21 195.08L68.71 195.08L68.71 203.58L60.21 203.58Z" fill-rule="evenodd" fill="#c76a12" stroke="#ffffff" stroke-width="1"/>
    <path d="M549.35 187.42L557.85 187.42L557.85 195.92L549.35 195.92Z" fill-rule="evenodd" fill="#c76a12" stroke="#ffffff" stroke-width="1"/>
    <line x1="560.6" y1="65.17" x2="579.6" y2="65.17" stroke="#9aa5b1" stroke-width="0.75"/>
    <circle cx="588.6" cy="65.17" r="4.75" fill="#2a6496" stroke="#ffffff" stroke-width="1"/>
    <text x="599.6" y="69.67" font-size="14" fill="#222b36">Astma</text>
    <text x="668" y="69.67" font-size="14" font-weight="bold" text-anchor="end" fill="#222b36">55</text>
    <line x1="560.6" y1="191.67" x2="579.6" y2="191.67" stroke="#9aa5b1" stroke-width="0.75"/>
    <path d="M584.35 187.42L592.85 187.42L592.85 195.92L584.35 195.92Z" fill-rule="evenodd" fill="#c76a12" stroke="#ffffff" stroke-width="1"/>
    <text x="599.6" y="196.17" font-size="14" fill="#222b36">COPD</text>
    <text x="668" y="196.17" font-size="14" font-weight="bold" text-anchor="end" fill="#222b36">22</text>
    <text x="15" y="324.5" font-size="14" fill="#222b36">A</text>
    <text x="30" y="324.5" font-size="13" fill="#5a6572">andere codelijst</text>
    <line x1="144.58" y1="320" x2="151.58" y2="320" stroke="#5a6572" stroke-width="2.25"/>
    <line x1="157.58" y1="320" x2="164.58" y2="320" stroke="#5a6572" stroke-width="2.25"/>
    <text x="170.58" y="324.5" font-size="13" fill="#5a6572">niet getoond</text>
    </svg>

    """##
}
