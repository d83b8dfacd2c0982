using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>BST3030: a limit for each caller, by account or address; how much, somebody has to adjust.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NoRateLimitingFix : CodeFixProvider
{
    private const string Registration = """
        .Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
                context.User.Identity?.Name ?? context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = 100, Window = TimeSpan.FromMinutes(1) }));
        });
        """;

    private static readonly SingleEdit Fix = new("Limit each caller to 100 requests a minute", "BST3030.Limit", (document, _, _, cancellation) =>
        RateLimiterEdit.UseAsync(document, builder => builder + Registration.Replace("\r", ""), ["System", "System.Threading.RateLimiting", "Microsoft.AspNetCore.Http"], cancellation));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.NoRateLimiting.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);
}
