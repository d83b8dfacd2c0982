using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Hosting;
using BackendStandards.Analyzers.Index;
using BackendStandards.Analyzers.Secrets;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3070: a member that the server decides, and that gets what the request says.</summary>
internal sealed class PrivilegedFieldFromClient() : EndpointRule(RuleCatalog.PrivilegedFieldFromClient)
{
    /// <summary>The finding's property that holds what is decided, a <see cref="PrivilegeKind"/>.</summary>
    public const string Kind = nameof(Kind);

    /// <summary>The finding's property that is set where the request is read from the body as JSON.</summary>
    public const string IsJson = nameof(IsJson);

    /// <summary>The finding's property that is set where the handler itself copies.</summary>
    public const string IsInHandler = nameof(IsInHandler);

    /// <summary>The finding's properties that name the member of the request.</summary>
    public const string ModelType = nameof(ModelType), Member = nameof(Member);

    private static readonly HashSet<string> Stores = new(StringComparer.Ordinal) { "Add", "AddAsync", "Update", "Attach", "InsertOne", "InsertOneAsync", "ReplaceOneAsync", "CreateItemAsync", "UpsertItemAsync" };

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var cancellation = context.Cancellation;
        if (endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller) || endpoint.Handler is not { } handler || !handler.DeclaringSyntaxReferences.Any(reference => context.IsHere(reference.SyntaxTree))) return;
        if (endpoint.Verbs(cancellation) is not { Count: 1 } verbs || verbs[0] is not ("POST" or "PUT" or "PATCH")) return;
        IReadOnlyList<HandlerFunction>? functions = null;
        foreach (var parameter in endpoint.Parameters(cancellation))
        {
            if (parameter.Source is not (BindingSource.Body or BindingSource.Form or BindingSource.Model) || !AspNet.Same(parameter.Member, parameter.Parameter) || InputTypes.ModelOf(parameter.Type) is not { } type) continue;
            var model = new RequestModel(parameter.Parameter, type);
            // Most requests have nothing of the kind, and then nothing is bound.
            if (!model.Members.Any(member => PrivilegedMember.MayBe(member.Name)) || !PlainCallers.AreAny(endpoint, this, context)) continue;
            functions ??= HandlerFunction.Of(endpoint, context, static _ => true);
            if (functions.Any(RefusesByRight)) return;
            Check(endpoint, parameter, model, functions, verbs[0] == "POST", context);
        }
    }

    private void Check(Endpoint endpoint, EndpointParameter parameter, RequestModel model, IReadOnlyList<HandlerFunction> functions, bool creates, EndpointContext context)
    {
        var stored = context.RememberForAll(this, nameof(StoredTypes), () => new StoredTypes(context.Model.Code));
        bool IsStored(ITypeSymbol? type) => type is not null && (context.Entities.Include(type, context.Cancellation) || stored.Includes(type, context.Cancellation));
        var copies = IsStored(model.Type) ? Bound(model, functions) : functions.SelectMany(function => PrivilegedCopy.In(function, model, IsStored, creates));
        foreach (var copy in copies)
        {
            if (!Counts(endpoint, copy, functions, model, context) || parameter.Parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation) is not { } declared) continue;
            // What is copied in another file belongs to another document, where nobody asks about this endpoint.
            var place = copy.Place.SyntaxTree == declared.SyntaxTree ? copy.Place : declared;
            var properties = ImmutableDictionary<string, string?>.Empty.Add(Kind, copy.Kind.ToString()).Add(ModelType, copy.Member.ContainingType.Name).Add(Member, copy.Member.Name);
            if (copy.IsInHandler) properties = properties.Add(IsInHandler, "");
            if (parameter.Source == BindingSource.Body) properties = properties.Add(IsJson, "");
            context.Report(this, place, properties, context.Describe(endpoint), $"{copy.Stored.Name}.{copy.Target}", AdviceFor(copy.Kind));
        }
    }

    // A row that is bound as it is: where it is stored, each member that nobody sets before.
    private static IEnumerable<PrivilegedCopy> Bound(RequestModel model, IReadOnlyList<HandlerFunction> functions)
    {
        foreach (var function in functions)
            if (function.Operations<IInvocationOperation>().FirstOrDefault(call => Stores.Contains(call.TargetMethod.Name) && !AspNet.InSource(call.TargetMethod) && call.Arguments.Any(argument => model.IsModel(argument.Value, function))) is { } store)
                return model.Members.Where(member => AspNet.Same(member.ContainingType, model.Type)).Select(member => (Member: member, Kind: PrivilegedMember.KindOf(member.Name, member.Type, model.Type, creates: false)))
                    .Where(found => found.Kind != PrivilegeKind.None).Select(found => new PrivilegedCopy(found.Member.Name, found.Kind, found.Member, null, store.Syntax, model.Type, function.Call is null)).Take(1);
        return [];
    }

    private static bool Counts(Endpoint endpoint, PrivilegedCopy copy, IReadOnlyList<HandlerFunction> functions, RequestModel model, EndpointContext context)
    {
        if (!PrivilegedMember.MayBe(copy.Member.Name) || functions.Any(function => model.IsDecidedIn(function, copy.Member))) return false;
        if (copy.Kind is PrivilegeKind.Owner or PrivilegeKind.Tenant)
            // Without a sign-in nobody else can say who it is; where the caller is asked for, the one of the request may be another.
            return endpoint.Authorization(context.Cancellation).State == Endpoints.Facts.AuthorizationState.Required && !functions.Any(CallerIdentity.IsAsked)
                && !PrivilegedMember.IsOfOthers(copy.Stored.Name) && !endpoint.Route(context.Cancellation).Segments.Any(PrivilegedMember.IsOfOthers) && !(copy.Stored.Name is "User" or "Account");
        if (copy.Kind == PrivilegeKind.Right) return (!PrivilegedMember.IsOfOthers(copy.Stored.Name) || copy.Target.IndexOf("Admin", StringComparison.Ordinal) >= 0) && !copy.Member.GetAttributes().Any(ModelConstraints.IsConstraint) && !IsValidated(copy.Member, context);
        return copy.Kind != PrivilegeKind.Key || !endpoint.Route(context.Cancellation).ParameterNames.Any(static name => name.EndsWith("id", StringComparison.OrdinalIgnoreCase));
    }

    // A validator may hold a role to those that everybody may choose.
    private static bool IsValidated(IPropertySymbol member, EndpointContext context) =>
        context.Model.Code.WrittenTreesWith("RuleFor", context.Cancellation).Any(tree => TreeIndex.Of(tree, context.Cancellation) is var names && names.Mentions(member.ContainingType.Name) && names.Mentions(member.Name));

    private static bool RefusesByRight(HandlerFunction function) => Refusals.MayRefuse(function.Root.Syntax)
        || function.Operations<IInvocationOperation>().Any(call => call.TargetMethod.Name is "IsInRole" or "AuthorizeAsync" or "HasPermission" or "HasClaim" || call.TargetMethod.Name.IndexOf("Permission", StringComparison.Ordinal) >= 0);

    private static string AdviceFor(PrivilegeKind kind) => kind switch
    {
        PrivilegeKind.Owner => "take it from the signed-in user",
        PrivilegeKind.Tenant => "take it from the tenant of the signed-in user",
        PrivilegeKind.Money => "compute it from what the server knows",
        PrivilegeKind.Key => "let the database give it",
        _ => "take it out of the request, and set it on the server",
    };
}
