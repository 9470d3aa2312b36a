/// A drawing surface; charts know nothing of the backend.
public protocol Canvas {
}
