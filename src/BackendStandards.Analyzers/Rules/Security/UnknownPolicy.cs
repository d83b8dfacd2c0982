using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3061: a policy that is asked for and registered nowhere, or a role that is spelled otherwise than the application's own list of roles has it.</summary>
internal sealed class UnknownPolicy() : HostRule(RuleCatalog.UnknownPolicy, "Authorize", "AuthorizeAttribute", "RequireAuthorization")
{
    /// <summary>The finding's property for the name that is spelled most like it.</summary>
    public const string Nearest = nameof(Nearest);

    public override void Check(HostContext context)
    {
        RegisteredPolicies? policies = null;
        RoleNames? roles = null;
        foreach (var (name, place) in Asked(context))
        {
            if (WrittenPolicies.OfAuthorization(context, place)) continue;
            policies ??= RegisteredPolicies.Of(context);
            if (policies.Names is { } names && !names.Contains(name))
                Report(context, place, name, names, nearest => $"No authorization policy '{name}' is registered: {(nearest is null ? "register it" : $"is it '{nearest}'?")}");
        }
        foreach (var (text, place) in Roles(context))
        {
            roles ??= RoleNames.Of(context);
            foreach (var name in text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0 && !roles.Names.Contains(part)))
                if (Near(name, roles.Names) is { } nearest)
                {
                    Report(context, place, text, [text.Replace(name, nearest)], _ => $"'{roles.Type}' knows no role '{name}': is it '{nearest}'?");
                    break;
                }
        }
    }

    private void Report(HostContext context, SyntaxNode place, string name, IReadOnlyCollection<string> names, Func<string?, string> message)
    {
        var nearest = Near(name, names);
        context.Report(this, place, Descriptor.DefaultSeverity, nearest is null ? null : ImmutableDictionary<string, string?>.Empty.Add(Nearest, nearest), message(nearest));
    }

    // Two that are as near leave it open which is meant.
    private static string? Near(string name, IReadOnlyCollection<string> names)
    {
        var near = names.Select(other => (Name: other, Distance: EditDistance.Between(name.ToLowerInvariant(), other.ToLowerInvariant()))).Where(other => other.Distance <= (name.Length < 5 ? 1 : 2)).OrderBy(other => other.Distance).ToList();
        return near.Count == 0 || (near.Count > 1 && near[1].Distance == near[0].Distance) ? null : near[0].Name;
    }

    private static IEnumerable<(string Name, SyntaxNode Place)> Asked(HostContext context)
    {
        foreach (var call in context.Calls("RequireAuthorization"))
            if (AspNet.Argument(call, "policyNames") is IArrayCreationOperation { Initializer.ElementValues: var names })
                foreach (var given in names)
                    if (given.ConstantValue is { HasValue: true, Value: string name })
                        yield return (name, given.Syntax);
        foreach (var (argument, value) in Arguments(context, static argument => argument.NameEquals is null ? argument.NameColon is null || argument.NameColon.Name.Identifier.ValueText == "policy" : argument.NameEquals.Name.Identifier.ValueText == "Policy")) yield return (value, argument);
    }

    private static IEnumerable<(string Text, SyntaxNode Place)> Roles(HostContext context) =>
        from found in Arguments(context, static argument => argument.NameEquals?.Name.Identifier.ValueText == "Roles") where found.Argument is LiteralExpressionSyntax select (found.Value, (SyntaxNode)found.Argument);

    // [Authorize("policy")], [Authorize(Policy = "policy")]
    private static IEnumerable<(ExpressionSyntax Argument, string Value)> Arguments(HostContext context, Func<AttributeArgumentSyntax, bool> isWanted)
    {
        foreach (var node in context.Nodes("Authorize").Concat(context.Nodes("AuthorizeAttribute")))
        {
            if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { ArgumentList.Arguments: var arguments } attribute || !attribute.Name.Span.Contains(node.Span)) continue;
            var model = context.Model.Code.Model(node.SyntaxTree);
            if (model.GetSymbolInfo(attribute, context.Cancellation).Symbol is not { ContainingType: { Name: "AuthorizeAttribute", ContainingNamespace: { Name: "Authorization", ContainingNamespace.Name: "AspNetCore" } } }) continue;
            foreach (var argument in arguments.Where(isWanted))
                if (model.GetConstantValue(argument.Expression, context.Cancellation) is { HasValue: true, Value: string value })
                    yield return (argument.Expression, value);
        }
    }
}
