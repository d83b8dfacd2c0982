using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>The roles that an application lists in a class of constants.</summary>
internal sealed record RoleNames(string Type, IReadOnlyCollection<string> Names)
{
    private static readonly string[] Types = ["Roles", "RoleNames", "UserRoles", "AppRoles", "ApplicationRoles", "RoleConstants"];

    /// <summary>Those of the one class there is; none where there are several.</summary>
    public static RoleNames Of(HostContext context)
    {
        var found = Types.Where(name => context.Model.Code.TreesWith(name, context.Cancellation).Any())
            .SelectMany(name => context.Model.Code.Compilation.GetSymbolsWithName(name, SymbolFilter.Type, context.Cancellation)).OfType<INamedTypeSymbol>().Where(static type => type.IsStatic)
            .Select(static type => new RoleNames(type.Name, type.GetMembers().OfType<IFieldSymbol>().Select(field => field.ConstantValue as string).OfType<string>().ToImmutableHashSet(StringComparer.Ordinal))).Where(static names => names.Names.Count > 0).ToList();
        return found.Count == 1 ? found[0] : new("", ImmutableHashSet<string>.Empty);
    }
}
