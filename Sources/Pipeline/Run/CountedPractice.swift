import Aggregation

/// Facts of one practice from the aggregation; the report has a type of the same name for its words.
typealias CountedPractice = PracticeQuality
