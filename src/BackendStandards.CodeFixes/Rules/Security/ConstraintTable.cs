using System.Globalization;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Which constraints a member gets, by its name and type. A name that says nothing about the range of a number gets none.</summary>
internal static class ConstraintTable
{
    private const int ListLength = 100;

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

    private static readonly (string[] Words, double Least, double Most)[] Numbers =
    [
        (["size", "limit", "take", "top"], 1, 100),
        (["page"], 1, int.MaxValue),
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
            InputKind.Number => [.. NumberConstraints(member.Property.Type, words)],
            InputKind.Collection when !IsBytes(member.Property.Type) =>
                [.. Required(member, isFreeText: false), new($"MaxLength({ListLength})", null)],
            _ => [],
        };
    }

    private static IEnumerable<Constraint> TextConstraints(InputMember member, IReadOnlyList<string> words)
    {
        var row = Array.Find(Texts, candidate => candidate.Words.Any(words.Contains));
        var length = row.Words is null ? 256 : row.Length;
        foreach (var constraint in Required(member, isFreeText: length == 2000)) yield return constraint;
        if (length == 254) yield return new("EmailAddress", "EmailAddress()");
        if (length == 32) yield return new("Phone", null);
        // The modifier has the member be there already; what it lets through is the empty text.
        yield return member.Property.IsRequired
            ? new($"StringLength({length}, MinimumLength = 1)", $"NotEmpty().MaximumLength({length})")
            : new($"StringLength({length})", $"MaximumLength({length})");
    }

    private static IEnumerable<Constraint> NumberConstraints(ITypeSymbol type, IReadOnlyList<string> words)
    {
        // The last word names the thing: PageSize is a size, TotalPages are pages.
        var row = Array.Find(Numbers, candidate => candidate.Words.Contains(words[words.Count - 1]));
        if (row.Words is null) yield break;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) type = nullable.TypeArguments[0];
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
