using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Security;
using BackendStandards.CodeFixes.Rules.Security;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Security;

public class PlainTextPasswordTests
{
    private static readonly FixTest<Only<PlainTextPassword>, PlainTextPasswordFix> Verify = new(RuleCatalog.PlainTextPassword);

    [Theory]
    [InlineData("var user = new User { Email = request.Email, Password = [|request.Password|] }; db.Add(user);")]
    [InlineData("var user = new User(); user.Password = [|request.Password|];")]
    [InlineData("var password = request.Password.Trim(); db.Add(new User { Password = [|password|] });")]
    [InlineData("db.Add(new User { Password = [|request.Password ?? \"\"|] });")]
    [InlineData("var user = db.Users.SingleOrDefault(u => u.Email == request.Email && [|u.Password == request.Password|]);")]
    [InlineData("var user = db.Users.Single(u => u.Email == request.Email); if ([|user.Password != request.Password|]) return;")]
    [InlineData("var user = db.Users.Single(u => u.Email == request.Email); if (![|user.Password.Equals(request.Password)|]) return;")]
    [InlineData("var user = db.Users.Single(u => u.Email == request.Email); if (![|string.Equals(request.Password, user.Password)|]) return;")]
    [InlineData("command.CommandText = \"INSERT INTO Users (Password) VALUES (@Password)\"; command.Parameters.AddWithValue(\"@Password\", [|request.Password|]);")]
    [InlineData("command.Parameters.Add(new Microsoft.Data.Sqlite.SqliteParameter(\"@password\", [|request.Password|]));")]
    [InlineData("connection.Execute(\"INSERT INTO Users (Password) VALUES (@Password)\", new { Password = [|request.Password|] });")]
    [InlineData("connection.Query<int>(\"SELECT Id FROM Users WHERE Password = @Password\", new { [|request.Password|] });")]
    [InlineData("var values = new DynamicParameters(); values.Add(\"@Password\", [|request.Password|]);")]
    public Task Reports_passwords_as_they_were_typed(string statements) => Verify.Reports(InAction(statements));

    [Fact]
    public Task Reports_what_a_service_is_given() => Verify.Reports(
        InAction("service.Register(request.Email, request.Password);", """
            public class Accounts(ShopContext db)
            {
                public void Register(string email, string password) => db.Add(new User { Email = email, Password = [|password|] });
            }
            """, "Accounts service"));

    [Fact]
    public Task Reports_handlers_of_messages() => Verify.Reports(
        InAction("", """
            public record RegisterCommand(string Email, string Password);
            public class RegisterHandler(ShopContext db)
            {
                public void Handle(RegisterCommand command) => db.Add(new User { Email = command.Email, Password = [|command.Password|] });
            }
            """));

    [Theory]
    [InlineData("users.CreateAsync(new Account(), request.Password);")]
    [InlineData("db.Add(new User { PasswordHash = hasher.HashPassword(new User(), request.Password) });")]
    [InlineData("db.Add(new User { Password = hasher.HashPassword(new User(), request.Password) });")]
    [InlineData("var password = hasher.HashPassword(new User(), request.Password); db.Add(new User { Password = password });")]
    [InlineData("var password = BCryptNet.HashPassword(request.Password); db.Add(new User { Password = password });")]
    [InlineData("var password = Argon2.Hash(request.Password); db.Add(new User { Password = password });")]
    [InlineData("var password = Scrypt.Encode(Own.HashOf(request.Password)); db.Add(new User { Password = password });")]
    [InlineData("var password = Convert.ToHexString(Rfc2898DeriveBytes.Pbkdf2(request.Password, new byte[16], 600000, HashAlgorithmName.SHA256, 32)); db.Add(new User { Password = password });")]
    [InlineData("var password = Convert.ToBase64String(KeyDerivation.Pbkdf2(request.Password, new byte[16], KeyDerivationPrf.HMACSHA512, 210000, 32)); db.Add(new User { Password = password });")]
    [InlineData("var password = protector.Protect(request.Password); db.Add(new User { Password = password });")]
    [InlineData("var command2 = new RegisterDto { Password = request.Password };")]
    [InlineData("var same = request.Password == request.ConfirmPassword;")]
    [InlineData("db.Add(new SmtpServer { Password = request.Password });")]
    [InlineData("db.Add(new Mailbox { Host = request.Email, Password = request.Password });")]
    [InlineData("var user = db.Users.Single(u => u.Email == request.Email); if (user.Password == null || user.Password == \"\") return;")]
    [InlineData("var user = db.Users.Single(u => u.Email == request.Email); var password = Own.HashOf(request.Password); if (user.Password == password) return;")]
    [InlineData("var user = db.Users.First(); db.Add(new User { Password = user.Password });")]
    [InlineData("connection.Execute(\"INSERT INTO Users (Password) VALUES (crypt(@Password, gen_salt('bf')))\", new { request.Password });")]
    [InlineData("connection.Execute(\"UPDATE Users SET Name = @Email\", new { request.Email, request.Password });")]
    [InlineData("command.Parameters.AddWithValue(\"@PasswordHash\", hasher.HashPassword(new User(), request.Password));")]
    [InlineData("command.Parameters.AddWithValue(\"@Password\", BCryptNet.HashPassword(request.Password));")]
    [InlineData("db.Add(new User { Password = \"changed\" });")]
    public Task Ignores_hashes_copies_and_credentials_for_others(string statements) => Verify.Ignores(InAction(statements));

    [Fact]
    public Task Ignores_types_that_are_listed() => Verify.Ignores(
        InAction("db.Add(new User { Password = request.Password });"),
        test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbackend_standards.bst3080.ignored_types = User\n")));

    [Fact]
    public async Task Suggests_to_look_at_stored_properties()
    {
        var found = await Sources.AnalyzeAsync(Sources.Compile(
            """
            using Microsoft.EntityFrameworkCore;
            public class Member { public int Id { get; set; } public string Password { get; set; } = ""; }
            public class Guest { public int Id { get; set; } public string Password { get; set; } = ""; public string PasswordHash { get; set; } = ""; }
            public class MemberDto { public string Password { get; set; } = ""; }
            public class Members : DbContext { public DbSet<Member> All => Set<Member>(); public DbSet<Guest> Guests => Set<Guest>(); }
            """));
        var finding = Assert.Single(found, finding => finding.Id == "BST3080");
        Assert.Equal((Microsoft.CodeAnalysis.DiagnosticSeverity.Info, 1), (finding.Severity, finding.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Fact]
    public Task Hashes_with_the_hasher_at_hand() => Verify.Fixes(
        WithHash("""public class Accounts(ShopContext db, IPasswordHasher<Member> hasher) : Microsoft.AspNetCore.Mvc.ControllerBase""", "member.Password = [|request.Password|];"),
        WithHash("""public class Accounts(ShopContext db, IPasswordHasher<Member> hasher) : Microsoft.AspNetCore.Mvc.ControllerBase""", "member.PasswordHash = hasher.HashPassword(member, request.Password);"));

    [Fact]
    public Task Asks_for_a_hasher_where_there_is_none() => Verify.Fixes(
        WithHash("""public class Accounts(ShopContext db) : Microsoft.AspNetCore.Mvc.ControllerBase""", "member.Password = [|request.Password|];"),
        WithHash("""public class Accounts(ShopContext db, IPasswordHasher<Member> passwordHasher) : Microsoft.AspNetCore.Mvc.ControllerBase""", "member.PasswordHash = passwordHasher.HashPassword(member, request.Password);"));

    [Theory]
    [InlineData("var user = new User(); user.Password = [|request.Password|];")]
    [InlineData("db.Add(new User { Password = [|request.Password|] });")]
    public Task Offers_nothing_without_a_place_for_the_hash(string statements) => Verify.OffersNoFix(InAction(statements));

    [Fact]
    public Task Survives_half_typed_code() => Verify.Ignores(
        "class C { void M(dynamic r) { new User { Password = r. ; user.Password = ; if (user.Password == ) { } cmd.Parameters.AddWithValue(\"@Password\", ; }",
        test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

    private static string WithHash(string type, string statement) => $$"""
        using Microsoft.AspNetCore.Identity;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        public class Member { public int Id { get; set; } public string PasswordHash { get; set; } = ""; public string Password { get; set; } = ""; }
        public class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options) { public DbSet<Member> Members => Set<Member>(); }
        public record RegisterRequest(string Email, string Password);
        {{type}}
        {
            [HttpPost("members")]
            public void Post(RegisterRequest request)
            {
                var member = db.Members.First();
                {{statement}} // kept
                db.SaveChanges();
            }
        }
        """;

    private static string InAction(string statements, string types = "", string service = "IServiceProvider services") => $$"""
        using System.Security.Cryptography;
        using Dapper;
        using Microsoft.AspNetCore.Cryptography.KeyDerivation;
        using Microsoft.AspNetCore.DataProtection;
        using Microsoft.AspNetCore.Identity;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        public class User
        {
            public int Id { get; set; }
            public string Email { get; set; } = "";
            public string PasswordHash { get; init; } = "";
            public string Password { get; set; } = "";
        }
        public class SmtpServer { public int Id { get; set; } public string Password { get; set; } = ""; }
        public class Mailbox { public int Id { get; set; } public string Host { get; set; } = ""; public string Password { get; set; } = ""; }
        public class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
        {
            public DbSet<User> Users => Set<User>();
            public DbSet<SmtpServer> Servers => Set<SmtpServer>();
            public DbSet<Mailbox> Mailboxes => Set<Mailbox>();
        }
        public record RegisterRequest(string Email, string Password, string ConfirmPassword);
        public class RegisterDto { public string Password { get; set; } = ""; }
        public class Account : IdentityUser;
        public static class BCryptNet { public static string HashPassword(string text) => Convert.ToBase64String(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))); }
        public static class Argon2 { public static string Hash(string text) => BCryptNet.HashPassword(text); }
        public static class Scrypt { public static string Encode(string text) => text; }
        public static class Own { public static string HashOf(string text) => BCryptNet.HashPassword(text); }
        {{types}}
        public class AccountsController(ShopContext db, UserManager<Account> users, IPasswordHasher<User> hasher, IDataProtector protector, Microsoft.Data.Sqlite.SqliteCommand command, System.Data.IDbConnection connection, {{service}}) : ControllerBase
        {
            [HttpPost("accounts")]
            public void Post(RegisterRequest request)
            {
                {{statements}}
            }
        }
        """;
}
