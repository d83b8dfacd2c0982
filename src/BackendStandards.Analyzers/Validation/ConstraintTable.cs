using System.Globalization;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Validation;

/// <summary>Which constraints a member gets, by its name and type. A name that says nothing about the range of a number gets none.</summary>
internal static class ConstraintTable
{
    private static readonly (string[] Words, int Length)[] Texts =
    [
        (["email", "mail"], 254),
        (["phone", "mobile", "fax"], 32),
        (["url", "uri", "website", "link"], 2048),
        (["token", "jwt"], 4096),
        (["password", "passphrase"], 128),
        (["description", "comment", "comments", "note", "notes", "message", "text", "body", "content", "remarks", "reason", "summary"], 2000),
        (["code", "sku", "currency", "iban", "zip", "postcode", "slug", "username", "login"], 64),
        (["name", "title", "subject"], 200),
    ];

    // Of these more than a few cost the server something, or somebody money.
    private static readonly HashSet<string> Counted = new(StringComparer.Ordinal) { "size", "limit", "take", "top", "page", "skip", "offset", "quantity", "qty", "count", "price", "amount", "cost", "fee" };

    private static readonly string[] Sizes = ["size", "limit", "take", "top"];

    private static readonly (string[] Words, double Least, double Most)[] Numbers =
    [
        (Sizes, 1, 100),
        (["page"], 1, int.MaxValue),
        (["skip", "offset"], 0, int.MaxValue),
        (["quantity", "qty", "count"], 0, 10_000),
        (["price", "amount", "total", "cost", "fee", "salary", "stock", "weight"], 0, 1_000_000),
        (["percent", "percentage"], 0, 100),
        (["rating", "stars"], 1, 5),
        (["age"], 0, 150),
        (["year"], 1900, 2100),
        (["latitude"], -90, 90),
        (["longitude"], -180, 180),
    ];

    /// <summary>The constraints for a member; none where the table has no opinion.</summary>
    public static IReadOnlyList<Constraint> For(InputMember member)
    {
        // What is right for this text need not be for the other types that the declaration is used with.
        if (member.Property.OriginalDefinition.Type is ITypeParameterSymbol) return [];
        var words = Words.Split(member.Property.Name);
        return member.Kind switch
        {
            InputKind.Text => [.. TextConstraints(member, words)],
            InputKind.Number => [.. NumberConstraints(member.Property.Type, words, SizeLimits.Default)],
            InputKind.Collection when !IsBytes(member.Property.Type) =>
                [.. Required(member, isFreeText: false), new($"MaxLength({SizeLimits.Default.List})", null)],
            _ => [],
        };
    }

    /// <summary>The one constraint that keeps a value small; null where the type does, where the name is that of a key, and of a number that is no page, quantity or amount.</summary>
    public static Constraint? BoundFor(string name, ITypeSymbol type, InputKind kind, SizeLimits limits)
    {
        if (Words.Split(name) is not { Count: > 0 } words) return null;
        var last = words[words.Count - 1];
        switch (kind)
        {
            case InputKind.Text when last is not ("id" or "guid" or "uuid"):
                var length = LengthOf(words, limits);
                return new($"StringLength({length})", $"MaximumLength({length})");
            case InputKind.Collection when !IsBytes(type):
                return new($"MaxLength({limits.List})", $"Must(list => list is null || list.Count() <= {limits.List})");
            case InputKind.Number when Counted.Contains(last) || IsPage(words):
                return NumberConstraints(type, words, limits).Select(static constraint => (Constraint?)constraint).FirstOrDefault();
            default:
                return null;
        }
    }

    private static int LengthOf(IReadOnlyList<string> words, SizeLimits limits) =>
        Array.Find(Texts, candidate => candidate.Words.Any(words.Contains)) is { Words: not null } row ? row.Length : limits.Text;

    // PageNumber, PageIndex
    private static bool IsPage(IReadOnlyList<string> words) => words[words.Count - 1] is "number" or "index" or "no" && words.Contains("page");

    private static IEnumerable<Constraint> TextConstraints(InputMember member, IReadOnlyList<string> words)
    {
        var length = LengthOf(words, SizeLimits.Default);
        foreach (var constraint in Required(member, isFreeText: length == 2000)) yield return constraint;
        if (length == 254) yield return new("EmailAddress", "EmailAddress()");
        if (length == 32) yield return new("Phone", null);
        // The modifier has the member be there already; what it lets through is the empty text.
        yield return member.Property.IsRequired
            ? new($"StringLength({length}, MinimumLength = 1)", $"NotEmpty().MaximumLength({length})")
            : new($"StringLength({length})", $"MaximumLength({length})");
    }

    private static IEnumerable<Constraint> NumberConstraints(ITypeSymbol type, IReadOnlyList<string> words, SizeLimits limits)
    {
        // The last word names the thing: PageSize is a size, TotalPages are pages.
        var last = words[words.Count - 1];
        var row = Array.Find(Numbers, candidate => candidate.Words.Contains(last));
        if (row.Words is null && IsPage(words)) row = ([last], last == "index" ? 0 : 1, int.MaxValue);
        if (row.Words is null) yield break;
        if (row.Words == Sizes) row.Most = limits.Page;
        type = Symbols.WithoutNullable(type);
        var (least, most) = (row.Least.ToString(CultureInfo.InvariantCulture), row.Most == int.MaxValue ? "int.MaxValue" : row.Most.ToString(CultureInfo.InvariantCulture));
        // The attribute converts the value to the type of its bounds, and throws where it does not fit: only what fits an int has int bounds.
        var fits = type.SpecialType is SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32;
        var bounds = fits ? $"{least}, {most}" : $"{least}.0, {(row.Most == int.MaxValue ? most : most + ".0")}";
        var suffix = type.SpecialType == SpecialType.System_Decimal ? "m" : type.SpecialType == SpecialType.System_Int64 ? "L" : "";
        var rule = type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal or SpecialType.System_Double && row.Most != int.MaxValue
            ? $"InclusiveBetween({least}{suffix}, {most}{suffix})" : null;
        yield return new($"Range({bounds})", rule);
    }

    // Nullable says optional, and so does a default value.
    private static IEnumerable<Constraint> Required(InputMember member, bool isFreeText)
    {
        if (member.Property.NullableAnnotation == NullableAnnotation.NotAnnotated && !member.Property.IsRequired
            && member.Parameter is not { HasExplicitDefaultValue: true } && !HasDefault(member.Property, isFreeText))
            yield return new("Required", "NotEmpty()");
    }

    private static bool HasDefault(IPropertySymbol property, bool isFreeText)
    {
        if (property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not PropertyDeclarationSyntax { Initializer.Value: { } value }) return false;
        // `= null!` and `= ""` only quiet the compiler, except where an empty text makes sense.
        return value.ToString() is not ("null!" or "default!") && (isFreeText || value.ToString() is not ("\"\"" or "string.Empty" or "String.Empty"));
    }

    private static bool IsBytes(ITypeSymbol type) => InputTypes.ElementOf(type)?.SpecialType == SpecialType.System_Byte;
}
