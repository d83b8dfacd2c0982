using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Puts the rate limiter into the start-up code.</summary>
internal static class RateLimiterEdit
{
    // Behind what finds out which endpoint is meant and who calls.
    private static readonly string[] Before = ["UseRouting", "UseAuthentication"];

    /// <summary>The document with the middleware, and with a registration where there is none; null where the start-up code has another form.</summary>
    public static async Task<Document?> UseAsync(Document document, Func<string, string>? registration, string[] namespaces, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            // It came with ASP.NET Core 7.
            || model.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.RateLimiting.RateLimiterOptions") is null || StartupEdit.In(root, model, cancellation) is not { } startup) return null;
        var changed = (CompilationUnitSyntax)startup.AddAfter(Before, registration?.Invoke(startup.Builder), $"{startup.App}.UseRateLimiter();");
        foreach (var name in namespaces.Where(name => !CheckedEdit.IsImported(model, root.FullSpan.Start, name)).OrderByDescending(name => name, StringComparer.Ordinal)) changed = UsingDirectives.Add(changed, name);
        return document.WithSyntaxRoot(changed);
    }
}
