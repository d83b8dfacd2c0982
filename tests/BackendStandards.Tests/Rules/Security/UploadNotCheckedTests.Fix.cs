using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public partial class UploadNotCheckedTests
{
    private const string IsPicture = """if (file.ContentType != "image/png") return BadRequest();""";
    private const string Limit = "if (file.Length > 10 * 1024 * 1024) return Problem(statusCode: StatusCodes.Status413PayloadTooLarge);";

    private static string Action(string body, string parameter = "IFormFile file", string returns = "IActionResult") => Usings + $$"""
        var app = WebApplication.Create(args);
        app.MapControllers();
        app.Run();

        [ApiController, Route("files")]
        public class FilesController : ControllerBase
        {
            [HttpPost]
            public async Task<{{returns}}> Save({{parameter}})
            {
                {{body.Replace("\n", "\n        ")}}
            }
        }
        """;

    [Fact]
    public Task Fixes_the_name_and_the_length() => Verify.FixesAll(
        Action($$"""
            {{IsPicture}}
            // the folder is backed up
            using var target = System.IO.File.Create(Path.Combine("/srv", file.FileName)); // kept
            await file.[|CopyToAsync|](target);
            return Ok();
            """),
        Action($$"""
            {{IsPicture}}
            {{Limit}}
            // the folder is backed up
            using var target = System.IO.File.Create(Path.Combine("/srv", $"{Guid.NewGuid():N}{Path.GetExtension(file.FileName)}")); // kept
            await file.CopyToAsync(target);
            return Ok();
            """));

    // The types that are meant, somebody has to say.
    [Fact]
    public Task Fixes_what_it_can_where_the_type_is_not_tested_either() => Verify.Fixes(
        Action("""
            var name = file.FileName;
            var path = $"/srv/{name}";
            using (var target = new FileStream(path, FileMode.Create))
            {
                await file.[|CopyToAsync|](target);
            }
            return Ok();
            """),
        Action("""
            if (file.Length > 10 * 1024 * 1024) return Problem(statusCode: StatusCodes.Status413PayloadTooLarge);
            var name = file.FileName;
            var path = $"/srv/{Guid.NewGuid():N}{Path.GetExtension(name)}";
            using (var target = new FileStream(path, FileMode.Create))
            {
                await file.[|CopyToAsync|](target);
            }
            return Ok();
            """));

    [Fact]
    public Task Fixes_each_file_of_a_list_and_several_actions_at_once() => Verify.FixesAll(
        Action($$"""
            foreach (var file in files)
            {
                {{IsPicture}}
                using var target = System.IO.File.Create("/srv/" + Guid.NewGuid() + "_" + file.FileName);
                await file.[|CopyToAsync|](target);
            }
            return Ok();
            """, "List<IFormFile> files") + """

        public class OthersController : FilesBase { [HttpPost("others")] public void Save(IFormFile file) { if (file.ContentType == "") return; if (file.ContentType != "a") return; using var target = System.IO.File.Create("/srv/x"); file.[|CopyTo|](target); } }
        [ApiController] public class FilesBase : ControllerBase;
        """,
        Action($$"""
            foreach (var file in files)
            {
                {{IsPicture}}
                {{Limit}}
                using var target = System.IO.File.Create("/srv/" + Guid.NewGuid() + "_" + Guid.NewGuid().ToString("N") + Path.GetExtension(file.FileName));
                await file.CopyToAsync(target);
            }
            return Ok();
            """, "List<IFormFile> files") + """

        public class OthersController : FilesBase { [HttpPost("others")] public void Save(IFormFile file) { if (file.ContentType == "") return; if (file.ContentType != "a") return; if (file.Length > 10 * 1024 * 1024) throw new BadHttpRequestException("The file is too large.", StatusCodes.Status413PayloadTooLarge); using var target = System.IO.File.Create("/srv/x"); file.CopyTo(target); } }
        [ApiController] public class FilesBase : ControllerBase;
        """);

    [Fact]
    public Task Fixes_a_file_that_may_be_missing() => Verify.Fixes(
        Action("""
            using var target = System.IO.File.Create(Path.Combine("/srv", file!.FileName));
            if (file.ContentType != "image/png") return BadRequest();
            await file.[|CopyToAsync|](target);
            return Ok();
            """, "IFormFile? file"),
        Action("""
            using var target = System.IO.File.Create(Path.Combine("/srv", $"{Guid.NewGuid():N}{Path.GetExtension(file!.FileName)}"));
            if (file.ContentType != "image/png") return BadRequest();
            if (file.Length > 10 * 1024 * 1024) return Problem(statusCode: StatusCodes.Status413PayloadTooLarge);
            await file.CopyToAsync(target);
            return Ok();
            """, "IFormFile? file"));

    [Theory]
    [InlineData("""if (file.Length > 1000) return BadRequest(); using var target = System.IO.File.Create("/srv/x"); await file.[|CopyToAsync|](target); return Ok();""")]
    [InlineData("""if (file.Length > 1000) return BadRequest(); using var target = System.IO.File.Create(Path.Combine("/srv", file.FileName)); await file.[|CopyToAsync|](target); return Ok("/files/" + file.FileName);""")]
    [InlineData("""if (file.Length > 1000) return BadRequest(); using var target = System.IO.File.Create(file.FileName); await file.[|CopyToAsync|](target); return Ok();""")]
    public Task Offers_no_fix_for_types_links_and_names_without_a_folder(string body) => Verify.OffersNoFix(Action(body));

    [Theory]
    [InlineData("app.MapPost(\"/files\", async (IFormFile file) => { BODY return Results.Ok(); }).DisableAntiforgery();", "", "Results.BadRequest()")]
    [InlineData("app.MapPost(\"/files\", async (IFormFile file) => { if (file.ContentType == \"none\") throw new InvalidOperationException(); BODY2 return \"\"; }).DisableAntiforgery();", "", "\"\"")]
    [InlineData("app.MapControllers();", "[ApiController, Route(\"files\")] public class FilesController : ControllerBase { [HttpPost] public async Task<IActionResult> Save(IFormFile file) { BODY return Ok(); } }", "BadRequest()")]
    public async Task After_the_fix_a_file_stays_in_its_folder_and_a_large_one_is_refused(string mapping, string types, string rejection)
    {
        var root = Directory.CreateTempSubdirectory("upload").FullName;
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(root, "in")).FullName;
            var body = $"if (file.ContentType == \"none\") return {rejection}; using var target = System.IO.File.Create(Path.Combine(@\"{folder}\", file.FileName)); await file.CopyToAsync(target);";
            const string Start = "var builder = WebApplication.CreateSlimBuilder(); builder.Logging.ClearProviders(); builder.WebHost.UseUrls(\"http://127.0.0.1:0\"); builder.Services.AddControllers().AddApplicationPart(typeof(Subject).Assembly); var app = builder.Build(); ";
            var source = Usings + "Subject.Create().Run();\npublic static class Subject { public static WebApplication Create() { " + Start + mapping + " return app; } }\n" + types;
            source = source.Replace("BODY2", body).Replace("BODY", body);
            string[] requests = ["POST /files @../x.png tea", $"POST /files @y.png {new string('x', 11 * 1024 * 1024)}"];

            Assert.Equal(["200", "200"], (await Served.AskAsync(source, requests)).Select(Status));
            Assert.Equal(["in", "x.png"], Names(root));
            Assert.Equal(["y.png"], Names(folder));
            File.Delete(Path.Combine(root, "x.png"));
            File.Delete(Path.Combine(folder, "y.png"));

            Assert.Equal(["200", "413"], (await Served.AskAsync(await Fixer.FixAsync(source, "BST3005"), requests)).Select(Status));
            Assert.Equal(["in"], Names(root));
            Assert.Matches("^[0-9a-f]{32}\\.png$", Assert.Single(Names(folder)));
            Assert.Equal("tea", await File.ReadAllTextAsync(Directory.GetFiles(folder).Single()));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }

        static string Status(string answer) => answer.Split(' ')[0];
        static string[] Names(string folder) => [.. Directory.GetFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];
    }
}
