using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>The status codes that exceptions are answered with, where one call says so: <c>MapException&lt;T&gt;(404, …)</c> of the envelope, <c>MapToStatusCode&lt;T&gt;(404)</c> of Hellang.</summary>
internal sealed class MappedExceptions
{
    private static readonly string[] Names = ["MapException", "MapToStatusCode"];

    private readonly List<(ITypeSymbol Exception, int Status)> _mapped = [];

    private MappedExceptions()
    {
    }

    /// <summary>All that are written in a compilation.</summary>
    public static MappedExceptions Of(CodeBase code, CancellationToken cancellation)
    {
        var found = new MappedExceptions();
        foreach (var name in Names)
            foreach (var tree in code.WrittenTreesWith(name, cancellation))
                foreach (var call in code.CallsNamed(name, tree, cancellation).OfType<IInvocationOperation>())
                    if (call.TargetMethod.TypeArguments is { Length: 1 } types && (AspNet.Argument(call, "status") ?? AspNet.Argument(call, "statusCode")) is { ConstantValue: { HasValue: true, Value: int status } })
                        found._mapped.Add((types[0], status));
        return found;
    }

    /// <summary>The code that an exception is answered with; null where none is said.</summary>
    public int? StatusOf(ITypeSymbol? exception)
    {
        // The nearest of its types decides, whatever the order.
        for (var type = exception; type is not null; type = type.BaseType)
            foreach (var (mapped, status) in _mapped)
                if (SymbolEqualityComparer.Default.Equals(mapped, type))
                    return status;
        return null;
    }
}
