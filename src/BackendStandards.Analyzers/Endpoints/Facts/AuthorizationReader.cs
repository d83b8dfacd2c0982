using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>Decides who may call an endpoint, as the framework's middleware would.</summary>
internal sealed class AuthorizationReader(HostingModel hosting, StatementReader reader)
{
    public EndpointAuthorization Of(Endpoint endpoint, StatementSet statements)
    {
        var requirements = statements.Of(EffectKind.Authorize).OrderBy(statement => statement.Level).Select(RequirementOf).ToList();
        var anonymous = statements.Of(EffectKind.Anonymous).OrderBy(statement => statement.Level).ToList();
        var (state, from, reason) = Decide(endpoint, statements, requirements, anonymous);
        return new(state, from, reason, requirements) { Anonymous = anonymous };
    }

    private (AuthorizationState State, SyntaxNode? From, string Reason) Decide(
        Endpoint endpoint, StatementSet statements, IReadOnlyList<AuthorizationRequirement> requirements, IReadOnlyList<Statement> anonymous)
    {
        var cancellation = reader.Cancellation;
        if (anonymous.FirstOrDefault(statement => !statement.Maybe) is { } allowed) return (AuthorizationState.Anonymous, allowed.Place(cancellation), "anonymous callers are allowed");
        if (anonymous.Count > 0) return (AuthorizationState.Unknown, anonymous[0].Place(cancellation), "anonymous callers are allowed under a condition");
        // Code that is not seen could still allow anonymous callers; that somebody decided is sure.
        if (requirements.FirstOrDefault(requirement => !requirement.Statement.Maybe) is { } required) return (AuthorizationState.Required, required.Statement.Place(cancellation), "authorization is required");
        var access = hosting.Access;
        if (endpoint.Controller is not null && access.GlobalFilter(cancellation) is { Answer: not Answer.No } filter)
            return filter.Answer == Answer.Yes ? (AuthorizationState.Required, filter.From, "a filter authorizes all controllers") : (AuthorizationState.Unknown, filter.From, "a filter authorizes all controllers under a condition");
        if (requirements.Count > 0) return (AuthorizationState.Unknown, requirements[0].Statement.Place(cancellation), "authorization is required under a condition");
        if (access.FallbackPolicy(cancellation) is { Answer: Answer.Yes } fallback) return (AuthorizationState.Required, fallback.From, "the fallback policy holds");
        if (statements.Of(EffectKind.Opaque).FirstOrDefault() is { } opaque) return (AuthorizationState.Unknown, opaque.Place(cancellation), "code that is not seen gets hold of it");
        if (!statements.AllSeen) return (AuthorizationState.Unknown, null, "what it is mapped on is not seen");
        if (statements.Of(EffectKind.Filter).FirstOrDefault(MayRefuse) is { } refusing) return (AuthorizationState.Unknown, refusing.Place(cancellation), "a filter may refuse callers");
        if (endpoint.Controller is not null && access.ConventionsMayAuthorize(cancellation)) return (AuthorizationState.Unknown, null, "a convention or filter for all controllers may authorize");
        if (access.FallbackPolicy(cancellation) is { Answer: Answer.Unknown } maybe) return (AuthorizationState.Unknown, maybe.From, "a fallback policy may hold");
        return access.MiddlewareMayRefuse(cancellation) ? (AuthorizationState.Unknown, null, "a middleware may refuse callers") : (AuthorizationState.No, null, "nothing decides");
    }

    /// <summary>What a statement demands.</summary>
    public AuthorizationRequirement RequirementOf(Statement statement)
    {
        if (StatementReader.TypeOf(statement) is { } type)
        {
            var isData = Symbols.Implements(type, "IAuthorizeData");
            return isData ? Named(statement, name => reader.Value(statement, name), hasOwnPolicy: Symbols.Implements(type, "IAuthorizationRequirementData"))
                : new(statement, [], [], [], IsSeen: true, HasOwnPolicy: true);
        }
        if (statement.Convention is { Site: IInvocationOperation { TargetMethod: { Name: var name } fast } } && fast.ContainingType.ContainingNamespace?.Name == "FastEndpoints") return OfFastEndpoints(statement, name);
        var (policies, ownPolicy) = (reader.Value(statement, "policyNames"), reader.Argument(statement, "policy") ?? reader.Argument(statement, "configurePolicy"));
        if (reader.Argument(statement, "authorizeData") is { } data && statement.Convention is { } convention)
        {
            var items = reader.Elements(data, convention.Context);
            if (items is null) return new(statement, [], [], [], IsSeen: false, HasOwnPolicy: false);
            var all = items.Select(item => RequirementOf(statement with { Convention = convention with { Metadata = item } })).ToList();
            return new(statement, [.. all.SelectMany(one => one.Policies)], [.. all.SelectMany(one => one.Roles)], [.. all.SelectMany(one => one.Schemes)], all.TrueForAll(one => one.IsSeen), all.Exists(one => one.HasOwnPolicy));
        }
        return new(statement, policies.Texts, [], [], !policies.IsGiven || policies.IsSeen, ownPolicy is not null);
    }

    // Roles("admin"), Policies("write"), Permissions(…); the call that maps it for what the library adds by default.
    private AuthorizationRequirement OfFastEndpoints(Statement statement, string call)
    {
        var given = reader.Value(statement, "policyNames", "rolesNames", "roleNames", "roles", "policies", "authSchemeNames", "authSchemes");
        var isSeen = !given.IsGiven || given.IsSeen;
        return call switch
        {
            "Policies" => new(statement, given.Texts, [], [], isSeen, false),
            "Roles" => new(statement, [], given.Texts, [], isSeen, false),
            "AuthSchemes" => new(statement, [], [], given.Texts, isSeen, false),
            "Policy" or "Permissions" or "PermissionsAll" or "Claims" or "ClaimsAll" or "Claim" or "Scopes" or "ScopesAll" => new(statement, [], [], [], true, true),
            _ => new(statement, [], [], [], true, false),
        };
    }

    private static AuthorizationRequirement Named(Statement statement, Func<string, Given> value, bool hasOwnPolicy)
    {
        var (policy, roles, schemes) = (value("policy"), value("roles"), value("authenticationSchemes"));
        var isSeen = new[] { policy, roles, schemes }.All(given => !given.IsGiven || given.IsSeen);
        return new(statement, policy.Texts, Split(roles), Split(schemes), isSeen, hasOwnPolicy);
    }

    private static IReadOnlyList<string> Split(Given names) =>
        [.. (names.Text ?? "").Split(',').Select(name => name.Trim()).Where(name => name.Length > 0)];

    // A filter type, an attribute that is one, or the code of a filter lambda.
    private bool MayRefuse(Statement statement)
    {
        if (statement.Attribute is { AttributeClass: { } attribute })
            return Symbols.Derives(attribute, "ServiceFilterAttribute") || Symbols.Derives(attribute, "TypeFilterAttribute")
                ? Refusals.MayRefuse(reader.Value(statement, "type").Value as ITypeSymbol ?? attribute.TypeArguments.FirstOrDefault(), reader.Cancellation)
                : Refusals.MayRefuse(attribute, reader.Cancellation);
        if (statement.Convention is not { Site: IInvocationOperation call }) return true;
        if (EndpointFilters.TypeOf(call) is { } type) return Refusals.MayRefuse(type, reader.Cancellation);
        return !call.Arguments.Select(argument => Values.Unwrap(argument.Value)).Any(value => value is IAnonymousFunctionOperation lambda && !Refusals.MayRefuse(lambda.Syntax));
    }
}
