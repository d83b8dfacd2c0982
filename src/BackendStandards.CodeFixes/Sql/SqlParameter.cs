using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Sql;

/// <summary>A value that leaves the text and is sent beside it.</summary>
/// <param name="Name">Its name, without a marker.</param>
/// <param name="Value">The expression that gives it.</param>
/// <param name="Type">The type of the value; null where it is not known.</param>
/// <param name="MayBeNull">Whether null must be sent as the database's null.</param>
internal sealed record SqlParameter(string Name, ExpressionSyntax Value, ITypeSymbol? Type, bool MayBeNull);
