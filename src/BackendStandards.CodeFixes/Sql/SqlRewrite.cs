using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Sql;

/// <summary>A text without values in it, and the values.</summary>
/// <param name="Text">What stands in the place of the old text.</param>
/// <param name="Parameters">The values, in the order of the text.</param>
/// <param name="IsCertain">Whether the statement means the same for sure; false where the type of a column can matter.</param>
internal sealed record SqlRewrite(ExpressionSyntax Text, ImmutableArray<SqlParameter> Parameters, bool IsCertain);
