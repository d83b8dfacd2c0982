namespace BackendStandards.Analyzers.Code;

/// <summary>A fact that is computed when it is first asked for, and kept. A cancelled computation leaves nothing behind; two threads at once compute the same.</summary>
internal sealed class Fact<T>(Func<CancellationToken, T> compute)
{
    private Box? _known;

    public T Get(CancellationToken cancellation) => (_known ??= new Box(compute(cancellation))).Value;

    private sealed class Box(T value)
    {
        public T Value { get; } = value;
    }
}
