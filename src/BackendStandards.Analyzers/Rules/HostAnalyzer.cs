using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Index;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Rules.Api;
using BackendStandards.Analyzers.Rules.Contract;
using BackendStandards.Analyzers.Rules.Documentation;
using BackendStandards.Analyzers.Rules.Reliability;
using BackendStandards.Analyzers.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules;

/// <summary>The host of the rules about what the application configures: one model a compilation, asked where a document has a rule's names.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HostAnalyzer : BackendAnalyzer
{
    private static readonly ImmutableArray<HostRule> Rules = ImmutableArray.Create<HostRule>(
        new NoRateLimiting(),
        new RateLimiterMisconfigured(),
        new TokenValidationWeakened(),
        new UnknownPolicy(),
        new PermissiveCors(),
        new DetailedErrorsEnabled(),
        new FrameworkLogsSensitiveData(),
        new NoGlobalExceptionHandling(),
        new StatusCodeWrong(),
        new OpenApiNotEnabled());

    /// <summary>Lists the rules explicitly.</summary>
    public HostAnalyzer()
        : base(Rules.Select(rule => rule.Descriptor).ToArray())
    {
    }

    private protected override void Start(RuleRegistration registration)
    {
        var compilation = registration.Compilation;
        // What a test sets up is for that test.
        if (!CanConfigure(compilation) || TestCode.Is(compilation, registration.Options)) return;
        var model = new EndpointModel(new CodeBase(compilation));
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
    private static bool CanConfigure(Compilation compilation) => AspNet.IsReferenced(compilation) || compilation.ReferencedAssemblyNames.Any(static assembly =>
        assembly.Name == "Microsoft.EntityFrameworkCore" || assembly.Name.StartsWith("Microsoft.IdentityModel", StringComparison.Ordinal));
}
