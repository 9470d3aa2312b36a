import Definitions
import WijkModel
