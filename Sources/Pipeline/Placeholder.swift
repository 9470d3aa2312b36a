/// The stations in order.
enum PipelinePlaceholder {}
