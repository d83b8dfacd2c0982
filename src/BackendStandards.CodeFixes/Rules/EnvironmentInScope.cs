using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules;

/// <summary>Writes the test for a developer's machine with what code at a place has at hand.</summary>
internal static class EnvironmentInScope
{
    /// <summary>The namespace that the test is an extension of.</summary>
    public const string Namespace = "Microsoft.Extensions.Hosting";

    /// <summary>Such as <c>app.Environment.IsDevelopment()</c>; null where no environment is at hand.</summary>
    public static ExpressionSyntax? IsDevelopment(SyntaxNode place, SemanticModel model) =>
        HostObjectInScope.Find(place, model, "Microsoft.Extensions.Hosting.IHostEnvironment", null, "Environment", "HostingEnvironment") is { } environment
            ? SyntaxFactory.ParseExpression(environment + ".IsDevelopment()") : null;
}
