using System.Reflection;
using Xunit.Sdk;

namespace BackendStandards.EnvelopeTests;

/// <summary>Runs a test for each style of endpoints: typed results, a group of plain ones, controllers. What else is given is joined with each.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StylesAttribute(params string[] values) : DataAttribute
{
    /// <summary>The styles.</summary>
    public string[] Only { get; set; } = ["typed", "group", "mvc"];

    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        from style in Only
        from value in values.DefaultIfEmpty()
        select value is null ? [style] : new object[] { style, value };
}
