using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Sql;

/// <summary>How a library takes values beside the text.</summary>
internal abstract class SqlDialect
{
    /// <summary>What stands in the text for a parameter of this name; where holes are interpolated, what stands between their braces.</summary>
    public abstract string Marker(SqlParameter parameter);

    /// <summary>Whether what stands in the text is an interpolation, as Entity Framework wants it.</summary>
    public virtual bool Interpolates => false;

    /// <summary>The names that parameters of this command have already, which the text need not show.</summary>
    public virtual IEnumerable<string> Taken => [];

    /// <summary>The name that a value goes by: that of its last identifier, in camelCase.</summary>
    public virtual string NameOf(ExpressionSyntax value) => ParameterNames.CamelCase(ParameterNames.Of(value));

    /// <summary>Whether text values may be compared with columns of another type differently than a literal is.</summary>
    public virtual bool IsStrictAboutText => false;

    /// <summary>Whether a list behind IN can be sent as one value.</summary>
    public virtual bool TakesLists => false;

    /// <summary>What stands in the text for <c>IN (…)</c> or <c>NOT IN (…)</c>.</summary>
    public virtual string List(SqlParameter parameter, bool isNegated) => $"{(isNegated ? "NOT " : "")}IN {Marker(parameter)}";

    /// <summary>What the library fills a <c>{0}</c> of the text with; null where it fills none, so that the braces stay.</summary>
    public virtual ExpressionSyntax? Filled(int index) => null;
}
