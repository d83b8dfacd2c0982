using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BackendStandards.Tests.Testing;

/// <summary>
/// Runs a source on Kestrel: its <c>Subject.Run(WebApplication)</c> maps what is asked, its <c>Subject.Add(IServiceCollection)</c>, where there is one,
/// registers what that needs. One that starts as a whole application does has <c>Subject.Create()</c> instead, which returns it. What a fix promises is seen in
/// the answers before and after.
/// </summary>
internal static class Served
{
    /// <summary>The status and the body of each answer, in the order of the requests: <c>POST /path {"json":1}</c>, <c>POST /path @name what a file holds</c>.</summary>
    public static Task<string[]> AskAsync(string source, params string[] requests) => AskAsync(source, null, requests);

    /// <summary>The same in a project with the envelope, and a header of each answer between its status and its body.</summary>
    public static Task<string[]> AskInEnvelopeAsync(string source, string header, params string[] requests) => AskAsync(source, header, requests);

    private static async Task<string[]> AskAsync(string source, string? header, string[] requests)
    {
        using var image = new MemoryStream();
        var compilation = Sources.Compile(source);
        var result = Validated(header is null ? compilation : compilation.AddSyntaxTrees(Envelope.Trees)).Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics) + source);
        var assembly = Assembly.Load(image.ToArray());
        var subject = assembly.GetType("Subject")!;
        await using var app = (WebApplication?)subject.GetMethod("Create")?.Invoke(null, null) ?? Build(subject);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var answers = new List<string>();
        foreach (var parts in requests.Select(request => request.Split(' ', 3)))
        {
            using var request = new HttpRequestMessage(new HttpMethod(parts[0]), parts[1]);
            // A server that refuses a large request reads none of it.
            request.Headers.ExpectContinue = parts.Length > 2 && parts[2].Length > 1 << 20;
            if (parts.Length > 2) request.Content = parts[2][0] == '@' ? FileOf(parts[2]) : new StringContent(parts[2], Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            using var answer = await client.SendAsync(request);
            var shown = header is not null && answer.Headers.TryGetValues(header, out var values) ? string.Join(",", values) + " " : "";
            answers.Add($"{(int)answer.StatusCode} {shown}{await answer.Content.ReadAsStringAsync()}".Trim());
        }
        return [.. answers];
    }

    // A form with a file: @name content
    private static MultipartFormDataContent FileOf(string text)
    {
        var at = text.IndexOf(' ', StringComparison.Ordinal);
        return new() { { new StringContent(text[(at + 1)..]), "file", text[1..at] } };
    }

    // What AddValidation knows of types is generated, as it is in a real project.
    private static Compilation Validated(CSharpCompilation compilation)
    {
        if (!compilation.SyntaxTrees.Any(tree => tree.ToString().Contains("AddValidation(", StringComparison.Ordinal))) return compilation;
        var options = Prelude.ParseOptions.WithFeatures([new("InterceptorsNamespaces", "Microsoft.Extensions.Validation.Generated")]);
        compilation = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.ToString(), options, tree.FilePath, Encoding.UTF8)));
        var generators = Assembly.LoadFrom(Path.GetFullPath(Path.Combine(Repository.Setting("AspNetCoreReferences"), "..", "..", "analyzers", "dotnet", "cs", "Microsoft.Extensions.Validation.ValidationsGenerator.dll")))
            .GetTypes().Where(type => type.GetInterface(nameof(IIncrementalGenerator)) is not null && !type.IsAbstract).Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator());
        CSharpGeneratorDriver.Create(generators, parseOptions: options).RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return generated;
    }

    private static WebApplication Build(Type subject)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddControllers().AddApplicationPart(subject.Assembly);
        subject.GetMethod("Add")?.Invoke(null, [builder.Services]);
        var app = builder.Build();
        subject.GetMethod("Run")!.Invoke(null, [app]);
        return app;
    }
}
