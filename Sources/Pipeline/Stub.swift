extension Application {
  public func report(_ options: RunOptions, progress: (String) -> Void = { _ in }) throws(PipelineError) -> RunSummary { throw PipelineError(.internal, "E609") }
}
