using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Rules.Api;
using BackendStandards.Analyzers.Rules.Contract;
using BackendStandards.Analyzers.Rules.Documentation;
using BackendStandards.Analyzers.Rules.Reliability;
using BackendStandards.Analyzers.Rules.Security;
using BackendStandards.Analyzers.Rules.Structure;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules;

/// <summary>The host of the rules about what the application configures: one model a compilation, asked where a document has a rule's names.</summary>
internal sealed class HostAnalysis : Analysis
{
    private static readonly ImmutableArray<HostRule> Rules = ImmutableArray.Create<HostRule>(
        new NoRateLimiting(),
        new RateLimiterMisconfigured(),
        new TokenValidationWeakened(),
        new UnknownPolicy(),
        new PermissiveCors(),
        new ValidationResultIgnored(),
        new InsecureCookie(),
        new DetailedErrorsEnabled(),
        new FrameworkLogsSensitiveData(),
        new NoGlobalExceptionHandling(),
        new NoResponseFormat(),
        new StatusCodeWrong(),
        new OpenApiNotEnabled(),
        new HandlerTalksToDatabase());

    /// <summary>Lists the rules explicitly.</summary>
    public HostAnalysis()
        : base(Rules.Select(rule => rule.Descriptor).ToArray())
    {
    }

    public override void Start(RuleRegistration registration, Models models)
    {
        var compilation = registration.Compilation;
        // What a test sets up is for that test.
        if (!CanConfigure(compilation) || TestCode.Is(compilation, registration.Options)) return;
        var model = models.Endpoints;
        registration.OnDocument(document =>
        {
            var names = TreeIndex.Of(document.SemanticModel.SyntaxTree, document.CancellationToken);
            HostContext? context = null;
            foreach (var rule in Rules)
                if (rule.Names.Any(names.Mentions))
                    rule.Check(context ??= new HostContext(model, document));
        });
    }

    // A class library may set up the database or the tokens without knowing the web.
    private static bool CanConfigure(Compilation compilation) => AspNet.IsReferenced(compilation) || IsOldAspNet(compilation) || compilation.ReferencedAssemblyNames.Any(static assembly =>
        assembly.Name is "Microsoft.EntityFrameworkCore" or "FluentValidation" || assembly.Name.StartsWith("Microsoft.IdentityModel", StringComparison.Ordinal));

    // Cookies of the .NET Framework. The System.Web of .NET is a facade for other things.
    private static bool IsOldAspNet(Compilation compilation) =>
        compilation.ObjectType.ContainingAssembly?.Name == "mscorlib" && compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name == "System.Web");
}
