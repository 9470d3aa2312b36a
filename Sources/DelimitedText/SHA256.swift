internal import CSHA256

/// The hash function SHA-256 of FIPS 180-4, by the instructions of the processor where it has them.
public enum SHA256 {
  /// The hash of some bytes as 64 hexadecimal digits in lower case.
  public static func hexDigest(_ bytes: some Collection<UInt8>) -> String {
    var hasher = Hasher()
    let isContiguous: Void? = bytes.withContiguousStorageIfAvailable {
      hasher.update(UnsafeRawBufferPointer($0))
    }
    if isContiguous == nil {
      Array(bytes).withUnsafeBytes { hasher.update($0) }
    }
    return hasher.hexDigest()
  }

  /// Takes the bytes of a long text block by block.
  public struct Hasher: Sendable {
    private var state: [UInt32] = SHA256.initialState
    private var pending: [UInt8] = []
    private var length: UInt64 = 0

    /// Starts with no bytes.
    public init() { pending.reserveCapacity(64) }

    /// Adds bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
      length += UInt64(bytes.count)
      var rest = bytes[...]
      if !pending.isEmpty {
        let head = rest.prefix(64 - pending.count)
        pending.append(contentsOf: head)
        rest = rest.dropFirst(head.count)
        guard pending.count == 64 else { return }
        pending.withUnsafeBytes { SHA256.compress($0, into: &state) }
        pending.removeAll(keepingCapacity: true)
      }
      let whole = rest.count / 64 * 64
      if whole > 0 {
        SHA256.compress(UnsafeRawBufferPointer(rebasing: rest.prefix(whole)), into: &state)
      }
      pending.append(contentsOf: rest.dropFirst(whole))
    }

    /// The hash of all bytes so far, as 64 hexadecimal digits in lower case; more may follow.
    public func hexDigest() -> String {
      var last = pending
      last.append(0x80)
      while last.count % 64 != 56 { last.append(0) }
      for shift in stride(from: 56, through: 0, by: -8) {
        last.append(UInt8(truncatingIfNeeded: (length &* 8) >> UInt64(shift)))
      }
      var words = state
      last.withUnsafeBytes { SHA256.compress($0, into: &words) }
      return words.map { word in
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
      }.joined()
    }
  }

  // The first 32 bits of the fractional parts of the square roots of the first 8 primes.
  private static let initialState: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]

  // The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]

  /// Asked once: a virtual machine answers slowly.
  private static let hasInstructions = csha256_is_available() != 0

  /// Takes whole blocks of 64 bytes in.
  static func compress(_ blocks: UnsafeRawBufferPointer, into state: inout [UInt32]) {
    guard let start = blocks.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
    if hasInstructions {
      csha256_compress(&state, constants, start, blocks.count / 64)
    } else {
      compressInSoftware(blocks, into: &state)
    }
  }

  /// The same for processors without instructions for it.
  static func compressInSoftware(
    _ blocks: UnsafeRawBufferPointer, into state: inout [UInt32]
  ) {
    guard let start = blocks.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
    constants.withUnsafeBufferPointer { constants in
      state.withUnsafeMutableBufferPointer { state in
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
          guard let words = schedule.baseAddress, let k = constants.baseAddress,
            let h = state.baseAddress
          else { return }
          var offset = 0
          while offset < blocks.count {
            expand(start + offset, into: words)
            mix(words, k, into: h)
            offset += 64
          }
        }
      }
    }
  }

  private static func expand(
    _ block: UnsafePointer<UInt8>, into words: UnsafeMutablePointer<UInt32>
  ) {
    var i = 0
    while i < 16 {
      words[i] = UInt32(
        bigEndian: UnsafeRawPointer(block + 4 &* i).loadUnaligned(as: UInt32.self))
      i &+= 1
    }
    while i < 64 {
      let a = words[i &- 15]
      let b = words[i &- 2]
      let s0 = (a &>> 7 | a &<< 25) ^ (a &>> 18 | a &<< 14) ^ (a &>> 3)
      let s1 = (b &>> 17 | b &<< 15) ^ (b &>> 19 | b &<< 13) ^ (b &>> 10)
      words[i] = words[i &- 16] &+ s0 &+ words[i &- 7] &+ s1
      i &+= 1
    }
  }

  private static func mix(
    _ words: UnsafePointer<UInt32>, _ k: UnsafePointer<UInt32>,
    into state: UnsafeMutablePointer<UInt32>
  ) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    var i = 0
    while i < 64 {
      // The roles of the eight words rotate instead of the words.
      round(a, b, c, &d, e, f, g, &h, k[i] &+ words[i])
      round(h, a, b, &c, d, e, f, &g, k[i &+ 1] &+ words[i &+ 1])
      round(g, h, a, &b, c, d, e, &f, k[i &+ 2] &+ words[i &+ 2])
      round(f, g, h, &a, b, c, d, &e, k[i &+ 3] &+ words[i &+ 3])
      round(e, f, g, &h, a, b, c, &d, k[i &+ 4] &+ words[i &+ 4])
      round(d, e, f, &g, h, a, b, &c, k[i &+ 5] &+ words[i &+ 5])
      round(c, d, e, &f, g, h, a, &b, k[i &+ 6] &+ words[i &+ 6])
      round(b, c, d, &e, f, g, h, &a, k[i &+ 7] &+ words[i &+ 7])
      i &+= 8
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ addend: UInt32
  ) {
    let s1 = (e &>> 6 | e &<< 26) ^ (e &>> 11 | e &<< 21) ^ (e &>> 25 | e &<< 7)
    let t1 = h &+ s1 &+ (g ^ (e & (f ^ g))) &+ addend
    let s0 = (a &>> 2 | a &<< 30) ^ (a &>> 13 | a &<< 19) ^ (a &>> 22 | a &<< 10)
    d &+= t1
    h = t1 &+ s0 &+ ((a & b) | (c & (a | b)))
  }
}
