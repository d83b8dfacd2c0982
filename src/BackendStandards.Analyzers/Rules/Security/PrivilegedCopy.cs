using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>
/// A privileged member of a stored type that gets what a member of the request says. <paramref name="Target"/> is its name, <paramref name="Member"/> that of the
/// request, <paramref name="Value"/> what is copied, null where a library copies by name.
/// </summary>
internal sealed record PrivilegedCopy(string Target, PrivilegeKind Kind, IPropertySymbol Member, IOperation? Value, SyntaxNode Place, INamedTypeSymbol Stored, bool IsInHandler)
{
    /// <summary>The copies in a function of what stands in one of some models.</summary>
    public static IEnumerable<PrivilegedCopy> In(HandlerFunction function, RequestModel model, Func<ITypeSymbol?, bool> isStored, bool creates)
    {
        foreach (var operation in function.Root.DescendantsAndSelf())
            switch (operation)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var target } } write when isStored(target.ContainingType) || isStored(OwnerOf(write)):
                    var owner = (INamedTypeSymbol)(OwnerOf(write) ?? target.ContainingType);
                    if (model.MemberIn(write.Value, function) is { } member && PrivilegedMember.KindOf(target.Name, target.Type, owner, creates && write.Parent is IObjectOrCollectionInitializerOperation) is not PrivilegeKind.None and var kind)
                        yield return new(target.Name, kind, member, write.Value, write.Syntax, owner, function.Call is null);
                    break;
                case IObjectCreationOperation { Type: INamedTypeSymbol created } creation when isStored(created):
                    foreach (var copy in Arguments(creation.Arguments, created)) yield return copy;
                    break;
                // User.Create(request.Name, request.Role)
                case IInvocationOperation { TargetMethod: { IsStatic: true, Name: var name } factory } call when AspNet.InSource(factory) && isStored(factory.ContainingType) && AspNet.Same(factory.ReturnType, factory.ContainingType)
                    && (name.StartsWith("Create", StringComparison.Ordinal) || name is "New" or "Register"):
                    foreach (var copy in Arguments(call.Arguments, factory.ContainingType)) yield return copy;
                    break;
                // context.Entry(user).CurrentValues.SetValues(request)
                case IInvocationOperation { TargetMethod: { Name: "SetValues", ContainingType.Name: "PropertyValues" } } call when call.Arguments.FirstOrDefault() is { } given && model.IsModel(given.Value, function) && TrackedIn(call) is { } tracked && isStored(tracked):
                    foreach (var copied in model.Members)
                        if (tracked.GetMembers(copied.Name).OfType<IPropertySymbol>().FirstOrDefault() is { SetMethod: not null } same && PrivilegedMember.KindOf(same.Name, same.Type, tracked, creates: false) is not PrivilegeKind.None and var kind2)
                            yield return new(same.Name, kind2, copied, null, call.Syntax, tracked, function.Call is null);
                    break;
            }

        IEnumerable<PrivilegedCopy> Arguments(IEnumerable<IArgumentOperation> arguments, INamedTypeSymbol stored)
        {
            foreach (var argument in arguments)
                if (argument.Parameter is { } parameter && model.MemberIn(argument.Value, function) is { } member && stored.GetMembers().OfType<IPropertySymbol>().Any(property => property.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase))
                    && PrivilegedMember.KindOf(parameter.Name, parameter.Type, stored, creates: false) is not PrivilegeKind.None and var kind)
                    yield return new(char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1), kind, member, argument.Value, argument.Syntax, stored, function.Call is null);
        }
    }

    // What is written to: the type in front, which may derive from the one that declares the member.
    private static ITypeSymbol? OwnerOf(ISimpleAssignmentOperation write) => write.Target is IPropertyReferenceOperation { Instance: { Type: INamedTypeSymbol { TypeKind: TypeKind.Class } type } } ? type : null;

    private static INamedTypeSymbol? TrackedIn(IInvocationOperation call) =>
        call.Instance?.DescendantsAndSelf().OfType<IInvocationOperation>().Select(inner => inner.Type).OfType<INamedTypeSymbol>().Where(type => type is { Name: "EntityEntry", TypeArguments.Length: 1 }).Select(type => type.TypeArguments[0]).OfType<INamedTypeSymbol>().FirstOrDefault();
}
