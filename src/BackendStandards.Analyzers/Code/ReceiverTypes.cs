using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Code;

/// <summary>The types that what stands before a dot can have, told by the declarations of its parts; no body is bound for it.</summary>
internal sealed class ReceiverTypes(CodeBase code)
{
    // How many declarations are followed, as from `var x = a.B().C`.
    private const int MaxDepth = 6;

    /// <summary>What a name stands behind: <c>x</c> of <c>x.Name</c> and <c>x?.Name</c>; null for a name that stands alone.</summary>
    public static ExpressionSyntax? QualifierOf(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
        MemberBindingExpressionSyntax binding => ConditionOf(binding),
        _ => null,
    };

    /// <summary>The types of an expression, any of which may be the one; null where they cannot be told.</summary>
    public IReadOnlyList<ITypeSymbol>? Of(ExpressionSyntax expression, CancellationToken cancellation)
    {
        var types = new List<ITypeSymbol>();
        return Add(expression, types, 0, cancellation) && types.Count > 0 ? types : null;
    }

    /// <summary>The type that a piece of syntax names, by what its member's surroundings import; null where it does not bind.</summary>
    public ITypeSymbol? Bind(ExpressionSyntax type, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var position = type.FirstAncestorOrSelf<MemberDeclarationSyntax>(static node => node is not GlobalStatementSyntax) is { } member ? member.SpanStart : type.SyntaxTree.GetRoot(cancellation).FullSpan.End;
        var bound = code.Model(type.SyntaxTree).GetSpeculativeTypeInfo(position, type, SpeculativeBindingOption.BindAsTypeOrNamespace).Type;
        return bound is null or { TypeKind: TypeKind.Error } ? null : bound;
    }

    /// <summary>The type that a declaration declares.</summary>
    public INamedTypeSymbol? Declared(TypeDeclarationSyntax declaration, CancellationToken cancellation) =>
        code.Model(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) as INamedTypeSymbol;

    private bool Add(ExpressionSyntax? expression, List<ITypeSymbol> types, int depth, CancellationToken cancellation)
    {
        if (++depth > MaxDepth) return false;
        switch (expression)
        {
            case ParenthesizedExpressionSyntax { Expression: var inner }: return Add(inner, types, depth, cancellation);
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var inner }: return Add(inner, types, depth, cancellation);
            case ThisExpressionSyntax or BaseExpressionSyntax:
                return expression.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } around && Declared(around, cancellation) is { } self && Took(self, types);
            case ObjectCreationExpressionSyntax { Type: var type }: return Took(Bind(type, cancellation), types);
            case CastExpressionSyntax { Type: var type }: return Took(Bind(type, cancellation), types);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression, Right: TypeSyntax type }: return Took(Bind(type, cancellation), types);
            case PredefinedTypeSyntax type: return Took(Bind(type, cancellation), types);
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } or InterpolatedStringExpressionSyntax: return Took(code.Compilation.GetSpecialType(SpecialType.System_String), types);
            case AwaitExpressionSyntax { Expression: var task }: return Awaited(task, types, depth, cancellation);
            case GenericNameSyntax generic: return Took(Bind(generic, cancellation), types);
            case IdentifierNameSyntax name: return Named(name, types, depth, cancellation);
            case MemberAccessExpressionSyntax { Name: IdentifierNameSyntax member } access: return Members(access.Expression, member, isCall: false, types, depth, cancellation) || Took(Bind(access, cancellation), types);
            case MemberBindingExpressionSyntax { Name: IdentifierNameSyntax member } binding: return ConditionOf(binding) is { } condition && Members(condition, member, isCall: false, types, depth, cancellation);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax member } access }: return Members(access.Expression, member, isCall: true, types, depth, cancellation);
            default: return false;
        }
    }

    private bool Awaited(ExpressionSyntax task, List<ITypeSymbol> types, int depth, CancellationToken cancellation)
    {
        var tasks = new List<ITypeSymbol>();
        return Add(task, tasks, depth, cancellation)
            && tasks.TrueForAll(one => one is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } result } && Took(result[0], types));
    }

    /// <summary>A variable or parameter of the member around, a member of the types around, or a type.</summary>
    private bool Named(IdentifierNameSyntax name, List<ITypeSymbol> types, int depth, CancellationToken cancellation)
    {
        var found = types.Count;
        if (!Variables(name, types, depth, cancellation)) return false;
        for (var up = name.FirstAncestorOrSelf<TypeDeclarationSyntax>(); up is not null; up = up.Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>())
        {
            foreach (var parameter in up.ParameterList?.Parameters ?? [])
                if (parameter.Identifier.ValueText == name.Identifier.ValueText && !(parameter.Type is { } type && Took(Bind(type, cancellation), types))) return false;
            if (Declared(up, cancellation) is not { } around) return false;
            if (!MembersOf(around, name.Identifier.ValueText, isCall: false, types)) return false;
        }
        return types.Count > found || Took(Bind(name, cancellation), types);
    }

    /// <summary>What the member around declares under a name. False where a type cannot be told.</summary>
    private bool Variables(IdentifierNameSyntax name, List<ITypeSymbol> types, int depth, CancellationToken cancellation)
    {
        var root = name.SyntaxTree.GetRoot(cancellation);
        SyntaxNode scope = name.FirstAncestorOrSelf<MemberDeclarationSyntax>(static node => node is not (GlobalStatementSyntax or BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax)) ?? root;
        foreach (var position in TreeIndex.Of(name.SyntaxTree, cancellation).PositionsOf(name.Identifier.ValueText))
        {
            if (position < scope.SpanStart || position >= scope.Span.End || root.FindToken(position) is not { Parent: { } declaration } token || token.SpanStart != position) continue;
            var known = declaration switch
            {
                ParameterSyntax { Type: { } type } parameter when parameter.Identifier == token => Took(Bind(type, cancellation), types),
                ParameterSyntax parameter => parameter.Identifier != token,
                VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: { IsVar: true } } } variable when variable.Identifier == token => Add(variable.Initializer?.Value, types, depth, cancellation),
                VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var type } } variable when variable.Identifier == token && declaration.Parent.Parent is not BaseFieldDeclarationSyntax => Took(Bind(type, cancellation), types),
                ForEachStatementSyntax { Type: { IsVar: false } type } loop when loop.Identifier == token => Took(Bind(type, cancellation), types),
                SingleVariableDesignationSyntax { Parent: DeclarationPatternSyntax { Type: { IsVar: false } type } } => Took(Bind(type, cancellation), types),
                SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Type: { IsVar: false } type } } => Took(Bind(type, cancellation), types),
                SingleVariableDesignationSyntax { Parent: RecursivePatternSyntax { Type: { } type } } => Took(Bind(type, cancellation), types),
                CatchDeclarationSyntax { Type: var type } => Took(Bind(type, cancellation), types),
                ForEachStatementSyntax or SingleVariableDesignationSyntax or FromClauseSyntax or LetClauseSyntax or JoinClauseSyntax or JoinIntoClauseSyntax or QueryContinuationSyntax => false,
                _ => true,
            };
            if (!known) return false;
        }
        return true;
    }

    private bool Members(ExpressionSyntax receiver, IdentifierNameSyntax member, bool isCall, List<ITypeSymbol> types, int depth, CancellationToken cancellation)
    {
        var receivers = new List<ITypeSymbol>();
        if (!Add(receiver, receivers, depth, cancellation) || receivers.Count == 0) return false;
        foreach (var one in receivers)
        {
            var found = types.Count;
            if (!MembersOf(Symbols.WithoutNullable(one), member.Identifier.ValueText, isCall, types) || types.Count == found) return false;
        }
        return true;
    }

    /// <summary>The types of the members of a name, inherited ones included. False where one has a type that its call alone tells.</summary>
    private static bool MembersOf(ITypeSymbol type, string name, bool isCall, List<ITypeSymbol> types)
    {
        for (var up = type; up is not null; up = up.BaseType)
            foreach (var member in up.GetMembers(name))
                if (!Member(member, isCall, types)) return false;
        if (type.TypeKind == TypeKind.Interface)
            foreach (var contract in type.AllInterfaces)
                foreach (var member in contract.GetMembers(name))
                    if (!Member(member, isCall, types)) return false;
        return true;
    }

    private static bool Member(ISymbol member, bool isCall, List<ITypeSymbol> types) => member switch
    {
        IMethodSymbol method => !isCall || (!method.IsGenericMethod && Took(method.ReturnType, types)),
        IFieldSymbol field => isCall || Took(field.Type, types),
        IPropertySymbol property => isCall || Took(property.Type, types),
        IEventSymbol happening => isCall || Took(happening.Type, types),
        INamedTypeSymbol nested => isCall || Took(nested, types),
        _ => true,
    };

    private static bool Took(ITypeSymbol? type, List<ITypeSymbol> types)
    {
        if (type is null or { TypeKind: TypeKind.Error or TypeKind.Dynamic or TypeKind.TypeParameter }) return false;
        types.Add(type);
        return true;
    }

    // x of x?.Name: the innermost condition whose other side the binding begins.
    private static ExpressionSyntax? ConditionOf(MemberBindingExpressionSyntax binding)
    {
        for (SyntaxNode? node = binding; node is not null; node = node.Parent)
            if (node.Parent is ConditionalAccessExpressionSyntax condition && condition.WhenNotNull == node) return condition.Expression;
        return null;
    }
}
