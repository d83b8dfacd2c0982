namespace BackendStandards.EnvelopeTests;

/// <summary>A test of the native application, where one was published.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NativeTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips where there is no native application.</summary>
    public NativeTheoryAttribute()
    {
        if (Repository.NativeApplication is null) Skip = "There is no native application: publishing it needs a linker";
    }
}
