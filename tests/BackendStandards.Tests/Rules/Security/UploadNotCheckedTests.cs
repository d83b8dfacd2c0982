using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public partial class UploadNotCheckedTests
{
    private const string Usings = "using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.WebUtilities;\n";
    private const string App = Usings + "var app = WebApplication.Create(args);\n";
    private const string All = "limit its length, let in the types only that are meant, give it a name of your own instead of the client's";
    private static readonly FixTest<Only<EndpointAnalysis>, UploadNotCheckedFix> Verify = new(RuleCatalog.UploadNotChecked);

    private static string Minimal(string body, string more = "") => App + $"app.MapPost(\"/files\", async (IFormFile file) => {{ {body} return Results.Ok(); }});\n{more}";

    private static string Controller(string body, string more = "", string parameter = "IFormFile file", string baseType = "ControllerBase") => Usings + $$"""
        [ApiController, Route("files")]
        public class FilesController : {{baseType}}
        {
            [HttpPost] public async Task<IActionResult> Save({{parameter}}) { {{body}} return Ok(); }
            {{more}}
        }
        """;

    private const string Checked = """if (file.Length > 1000 || !file.FileName.EndsWith(".png")) return Results.BadRequest(); """;
    private const string Target = """using var target = File.Create(Path.Combine("/srv", Guid.NewGuid() + ".bin")); """;
    private const string Save = Target + "await file.CopyToAsync(target);";

    [Theory]
    [InlineData("""using var target = File.Create(Path.Combine("/srv", file.FileName)); await file.{|#0:CopyToAsync|}(target);""", All)]
    [InlineData("""using (var target = new FileStream("/srv/" + file.FileName, FileMode.Create)) file.{|#0:CopyTo|}(target);""", All)]
    [InlineData("""var name = file.FileName; var path = $"/srv/{name}"; await using Stream target = new FileInfo(path).Create(); await file.{|#0:CopyToAsync|}(target); File.Move("/srv/a", path);""", All)]
    [InlineData("""using var copy = new MemoryStream(); await file.CopyToAsync(copy); await File.{|#0:WriteAllBytesAsync|}(Path.Combine("/srv", file.FileName), copy.ToArray());""", All)]
    [InlineData("""using var reader = new StreamReader(file.OpenReadStream()); var text = await reader.ReadToEndAsync(); await File.{|#0:WriteAllTextAsync|}("/srv/" + Guid.NewGuid(), text);""", "limit its length, let in the types only that are meant")]
    [InlineData("""if (file.Length > 1000) return Results.BadRequest(); using var target = File.Create("/srv/x"); await file.{|#0:CopyToAsync|}(target);""", "let in the types only that are meant")]
    [InlineData("""if (file.ContentType != "image/png") return Results.BadRequest(); using var target = File.Create("/srv/x"); await file.{|#0:CopyToAsync|}(target);""", "limit its length")]
    [InlineData("""if (file.Length == 0 || file.Length < 1) return Results.BadRequest(); if (file.ContentType != "image/png") return Results.BadRequest(); using var target = File.Create("/srv/x"); await file.{|#0:CopyToAsync|}(target);""", "limit its length")]
    [InlineData("""if (file.Length > 1000 || file.ContentType != "image/png") return Results.BadRequest(); using var target = File.Create(Path.Combine("/srv", Guid.NewGuid() + file.FileName)); await file.{|#0:CopyToAsync|}(target);""", "give it a name of your own instead of the client's")]
    public Task Reports_files_that_are_saved_as_they_come(string body, string lacks) => Verify.Ignores(Minimal(body),
        test => test.TestState.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("POST /files", lacks)));

    [Theory]
    [InlineData("IFormFileCollection files", "foreach (var file in files) {{ {0} }}")]
    [InlineData("List<IFormFile> files", "foreach (var file in files) {{ {0} }}")]
    [InlineData("[FromForm] Upload upload", "var file = upload.File; {0}")]
    [InlineData("string name", "foreach (var file in Request.Form.Files) {{ {0} }}")]
    public Task Reports_collections_models_and_what_is_read_from_the_request(string parameter, string body) => Verify.Reports(
        Controller(string.Format(null, body, """using var target = System.IO.File.Create(Path.Combine("/srv", file.FileName)); await file.[|CopyToAsync|](target);"""), parameter: parameter) + "public class Upload { public IFormFile File { get; set; } = null!; }");

    [Fact]
    public Task Reports_a_section_of_a_multipart_body() => Verify.Reports(Controller("""
        var reader = new MultipartReader("b", Request.Body);
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            using var target = System.IO.File.Create(Path.Combine("/srv", section.AsFileSection()!.FileName));
            await section.Body.[|CopyToAsync|](target);
        }
        """, parameter: ""));

    [Fact]
    public Task Reports_what_a_service_of_the_application_saves() => Verify.Files(
        [Usings + """
        [ApiController, Route("files")]
        public class FilesController(IStore store) : ControllerBase { [HttpPost] public async Task<IActionResult> Save([|IFormFile file|]) { await store.SaveAsync(file.OpenReadStream(), file.FileName); return Ok(); } }
        """,
        """
        public interface IStore { Task SaveAsync(Stream content, string name); }
        public class Store : IStore { public async Task SaveAsync(Stream content, string name) { using var target = File.Create(Path.Combine("/srv", name)); await content.CopyToAsync(target); } }
        """]);

    [Fact]
    public Task Reports_where_a_private_method_saves() => Verify.Reports(Controller("await StoreAsync(file);",
        """private static async Task StoreAsync(IFormFile file) { using var target = System.IO.File.Create(Path.Combine("/srv", file.FileName)); await file.[|CopyToAsync|](target); }"""));

    [Fact]
    public Task Reports_a_handler_of_a_mediator() => Verify.Files(
        [Usings + """
        [ApiController, Route("files")]
        public class FilesController(MediatR.IMediator mediator) : ControllerBase { [HttpPost] public async Task<IActionResult> Save([|IFormFile file|]) { await mediator.Send(new SaveFile(file)); return Ok(); } }
        """,
        """
        public record SaveFile(IFormFile File) : MediatR.IRequest;
        public class SaveFileHandler : MediatR.IRequestHandler<SaveFile>
        {
            public async Task Handle(SaveFile request, CancellationToken token) { using var target = File.Create(Path.Combine("/srv", request.File.FileName)); await request.File.CopyToAsync(target, token); }
        }
        """], test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("MediatR",
            "namespace MediatR; public interface IRequest; public interface IMediator { Task Send(object request); } public interface IRequestHandler<T> { Task Handle(T request, CancellationToken token); }")));

    // Blob stores, by the smallest stand-in that they need.
    [Theory]
    [InlineData("await container.GetBlobClient(file.FileName).[|UploadAsync|](file.OpenReadStream());")]
    [InlineData("using var content = file.OpenReadStream(); await container.GetBlobClient(Guid.NewGuid().ToString()).[|UploadAsync|](content);")]
    public Task Reports_uploads_to_a_blob_store(string body) => Verify.Reports(Minimal("var container = new Azure.Storage.Blobs.BlobContainerClient(); " + body), test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Azure.Storage.Blobs", """
        namespace Azure.Storage.Blobs;
        public class BlobContainerClient { public BlobClient GetBlobClient(string name) => new(); }
        public class BlobClient { public Task UploadAsync(Stream content) => Task.CompletedTask; }
        """)));

    [Theory]
    [InlineData(Checked + Save)]
    [InlineData("""if (file is not { Length: <= 1000, ContentType: "image/png" or "image/jpeg" }) return Results.BadRequest(); """ + Save)]
    [InlineData("""if (file.Length is > 1000 or 0) return Results.BadRequest(); switch (Path.GetExtension(file.FileName)) { case ".png": break; default: return Results.BadRequest(); } """ + Save)]
    [InlineData("""const long Max = 10; ArgumentOutOfRangeException.ThrowIfGreaterThan(file.Length, Max); if (!new[] { ".png" }.Contains(Path.GetExtension(file.FileName))) return Results.BadRequest(); """ + Save)]
    [InlineData("""if (file.Length / 1024 > 100) return Results.BadRequest(); if (!new[] { ".png" }.Any(file.FileName.EndsWith)) return Results.BadRequest(); """ + Save)]
    [InlineData("""if (file.Length > 1000) return Results.BadRequest(); var start = new byte[4]; using var content = file.OpenReadStream(); await content.ReadExactlyAsync(start); if (start[0] != 137) return Results.BadRequest(); """ + Save)]
    [InlineData("""if (file.Length > 1000) return Results.BadRequest(); var kinds = new Dictionary<string, string>(); var kind = kinds[file.ContentType]; """ + Save)]
    public Task Ignores_files_whose_length_and_type_are_tested(string body) => Verify.Ignores(Minimal(body));

    [Theory]
    [InlineData("""using var target = File.Create(Path.Combine("/srv", Path.GetFileName(file.FileName))); await file.CopyToAsync(target);""")]
    [InlineData("""using var target = File.Create(Path.Combine("/srv", Guid.NewGuid() + Path.GetExtension(file.FileName))); await file.CopyToAsync(target);""")]
    [InlineData("""using var target = File.Create(Path.Combine("/srv", Path.GetRandomFileName())); await file.CopyToAsync(target);""")]
    [InlineData("""var name = string.Concat(file.FileName.Split(Path.GetInvalidFileNameChars())); using var target = File.Create(Path.Combine("/srv", name)); await file.CopyToAsync(target);""")]
    [InlineData("""var path = Path.GetFullPath(Path.Combine("/srv", file.FileName)); if (!path.StartsWith("/srv/")) return Results.BadRequest(); using var target = File.Create(path); await file.CopyToAsync(target);""")]
    public Task Ignores_names_without_folders_and_generated_ones(string body) => Verify.Ignores(Minimal(Checked + body));

    [Theory]
    [InlineData("if (!Rules.Allows(file)) return Results.BadRequest(); ", "static class Rules { public static bool Allows(IFormFile file) => file.Length < 1000 && file.ContentType == \"image/png\"; }")]
    [InlineData("if (!file.IsSmall() || !Rules.IsPicture(file.FileName)) return Results.BadRequest(); ", "static class Rules { public static bool IsSmall(this IFormFile file) => file.Length < 1000; public static bool IsPicture(string name) => name.EndsWith(\".png\"); }")]
    [InlineData("new Rules(file).Check(); ", "class Rules(IFormFile file) { public void Check() { if (file.Length > 1000 || file.ContentType != \"image/png\") throw new BadHttpRequestException(\"\"); } }")]
    public Task Ignores_tests_in_methods_that_are_called(string body, string types) => Verify.Ignores(Minimal(body + Save, types));

    [Fact]
    public Task Ignores_a_model_that_tests_itself() => Verify.Ignores(Controller("if (!upload.IsPicture) return BadRequest(); using var target = System.IO.File.Create(\"/srv/x\"); await upload.File.CopyToAsync(target);", parameter: "[FromForm] Upload upload")
        + """public class Upload { public IFormFile File { get; set; } = null!; public bool IsPicture => File.Length < 1000 && File.ContentType == "image/png"; }""");

    [Theory]
    [InlineData("[FromForm] Upload upload", "public class Upload { [Small] public IFormFile File { get; set; } = null!; } public class SmallAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute;")]
    [InlineData("[FromForm] Upload upload", "public class Upload { public IFormFile File { get; set; } = null!; } public class UploadValidator : FluentValidation.AbstractValidator<Upload>;")]
    [InlineData("[FromForm] Upload upload", "public class Upload : System.ComponentModel.DataAnnotations.IValidatableObject { public IFormFile File { get; set; } = null!; public IEnumerable<System.ComponentModel.DataAnnotations.ValidationResult> Validate(System.ComponentModel.DataAnnotations.ValidationContext context) => []; }")]
    public Task Ignores_what_a_validator_or_an_attribute_may_test(string parameter, string types) =>
        Verify.Ignores(Controller("using var target = System.IO.File.Create(\"/srv/x\"); await upload.File.CopyToAsync(target);", parameter: parameter) + types);

    [Theory]
    [InlineData("var copy = new MemoryStream(); await file.CopyToAsync(copy); Console.WriteLine(copy.Length);")]
    [InlineData("using var reader = new StreamReader(file.OpenReadStream()); Console.WriteLine(await reader.ReadToEndAsync());")]
    [InlineData("await File.WriteAllTextAsync(\"/srv/last\", \"now\");")]
    public Task Ignores_files_that_are_not_saved(string body) => Verify.Ignores(Minimal(body));

    [Fact]
    public Task Ignores_the_type_of_a_temporary_file() => Verify.Ignores(Minimal("if (file.Length > 1000) return Results.BadRequest(); var path = Path.GetTempFileName(); using (var target = File.Create(path)) await file.CopyToAsync(target); File.Delete(path);"));

    [Theory]
    [InlineData("""app.MapPost("/files", async (IFormFile file) => { if (file.ContentType != "image/png") return; using var target = File.Create("/srv/x"); await file.CopyToAsync(target); }).WithMetadata(new RequestSizeLimitAttribute(1000));""")]
    [InlineData("""app.MapPost("/files", async (IFormFile file) => { using var target = File.Create("/srv/x"); await file.CopyToAsync(target); }).AddEndpointFilter<Looks>(); class Looks : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context); }""")]
    [InlineData("""app.UseMiddleware<Looks>(); app.MapPost("/files", async (IFormFile file) => { using var target = File.Create("/srv/x"); await file.CopyToAsync(target); }); class Looks(RequestDelegate next) { public Task InvokeAsync(HttpContext context) => context.Request.Form.Files.Count > 1 ? Task.CompletedTask : next(context); }""")]
    public Task Ignores_limits_of_the_endpoint_filters_and_middleware(string statements) => Verify.Ignores(App + statements);

    [Theory]
    [InlineData("ClamClient.ScanAsync(file);")]
    [InlineData("new VirusGuard().Look(file.OpenReadStream());")]
    public Task Ignores_files_that_go_to_a_scanner(string scan) => Verify.Ignores(Minimal(scan + Save, """
        static class ClamClient { public static void ScanAsync(IFormFile file) { } }
        class VirusGuard { public void Look(Stream content) { } }
        """));

    [Fact]
    public async Task Scanners_are_told_by_the_option()
    {
        var source = Minimal("Gate.Pass(file); using var target = File.Create(\"/srv/x\"); await file.{0}(target);", "static class Gate { public static void Pass(IFormFile file) { } }");
        await Verify.Reports(source.Replace("{0}", "[|CopyToAsync|]"));
        await Verify.Ignores(source.Replace("{0}", "CopyToAsync"), test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbackend_standards.bst3005.scanners = gate")));
    }

    // Who tests is another assembly: what is called with the file, the group, the base class, an attribute.
    [Theory]
    [InlineData("app.MapPost(\"/files\", async (IFormFile file) => { Contoso.Uploads.Check(file); using var target = File.Create(\"/srv/x\"); await file.CopyToAsync(target); });")]
    [InlineData("app.MapPost(\"/files\", async (IFormFile file) => { if (Contoso.Uploads.IsBad(file.FileName)) return; using var target = File.Create(\"/srv/x\"); await file.CopyToAsync(target); });")]
    [InlineData("app.MapPost(\"/files\", async (IFormFile file) => { using var content = Contoso.Uploads.Open(file); using var target = File.Create(\"/srv/x\"); await content.CopyToAsync(target); });")]
    [InlineData("app.MapPost(\"/files\", async (IFormFile file, Contoso.IStore store) => await store.SaveAsync(file.OpenReadStream()));")]
    [InlineData("Contoso.Uploads.Group(app).MapPost(\"/files\", async (IFormFile file) => { using var target = File.Create(\"/srv/x\"); await file.CopyToAsync(target); });")]
    [InlineData("app.MapControllers(); [ApiController, Route(\"files\")] public class FilesController : Contoso.Base { [HttpPost] public void Save(IFormFile file) { using var target = System.IO.File.Create(\"/srv/x\"); file.CopyTo(target); } }")]
    [InlineData("app.MapControllers(); [ApiController, Route(\"files\")] public class FilesController : ControllerBase { [HttpPost] public void Save([Contoso.Picture] IFormFile file) { using var target = System.IO.File.Create(\"/srv/x\"); file.CopyTo(target); } }")]
    public Task Ignores_files_that_another_assembly_may_have_tested(string statements) => Verify.Ignores(App + statements, test => test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Contoso", """
        namespace Contoso;
        public static class Uploads
        {
            public static void Check(IFormFile file) { }
            public static bool IsBad(string name) => false;
            public static Stream Open(IFormFile file) => file.OpenReadStream();
            public static IEndpointRouteBuilder Group(IEndpointRouteBuilder routes) => routes.MapGroup("");
        }
        public interface IStore { Task SaveAsync(Stream content); }
        public abstract class Base : Microsoft.AspNetCore.Mvc.ControllerBase;
        public sealed class PictureAttribute : Attribute;
        """)));

    [Fact]
    public Task Survives_half_typed_code() => Verify.Ignores(Usings + "[ApiController, Route(\"files\")] public class FilesController : ControllerBase { [HttpPost] public void Save(IFormFile file) { using var target = ; file.CopyTo( ; } }",
        test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);
}
