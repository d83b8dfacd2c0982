using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Validation;

/// <summary>What a filter before a handler may do to its arguments, judged by what its source mentions.</summary>
internal static class FilterTypes
{
    private static readonly string[] LooksAtArguments = ["GetArgument", "Arguments", "ActionArguments", "ModelState", "IValidator"];

    private static readonly string[] RunsWhatIsDeclared = ["ModelState", "IValidator", "TryValidateObject", "ValidateAsync"];

    /// <summary>Whether a filter may have an opinion of its own about the arguments, beside what annotations and validators say; one that is not seen may.</summary>
    public static bool MayTest(ITypeSymbol? filter, CancellationToken cancellation) => MayValidate(filter, cancellation)
        && !(filter is not null && AspNet.InSource(filter) && filter.DeclaringSyntaxReferences.All(declaration => RunsWhatIsDeclared.Any(TreeIndex.Of(declaration.SyntaxTree, cancellation).Mentions)));

    /// <summary>Whether a filter may validate; one that is not seen may.</summary>
    public static bool MayValidate(ITypeSymbol? filter, CancellationToken cancellation)
    {
        if (filter is null || filter.Name is "ServiceFilterAttribute" or "TypeFilterAttribute") return true;
        if (AspNet.IsKnown(filter)) return false;
        return !AspNet.InSource(filter) || filter.DeclaringSyntaxReferences.Any(declaration => LooksAtArguments.Any(TreeIndex.Of(declaration.SyntaxTree, cancellation).Mentions));
    }
}
