using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Validation;

/// <summary>Follows what is uploaded from a handler into what that calls: where it is saved, and what is asked of it on the way.</summary>
internal sealed class UploadTrace(CodeBase code, ImmutableHashSet<string> scanners, CancellationToken cancellation)
{
    private const int MaxDepth = 5;
    private const UploadPart Text = UploadPart.Name | UploadPart.Kind;
    private static readonly HashSet<string> Sends = new(StringComparer.Ordinal) { "Send", "SendAsync", "Publish", "PublishAsync", "InvokeAsync", "ExecuteAsync" };

    private readonly SourceTargets _targets = new(code, cancellation);
    private readonly HashSet<(ISymbol Function, string Given)> _entered = [];
    private readonly HashSet<SyntaxNode> _returning = [];

    /// <summary>Where it is saved, in the order in which it was found.</summary>
    public List<IOperation> Saves { get; } = [];

    /// <summary>Whether something bounds the length.</summary>
    public bool BoundsLength { get; private set; }

    /// <summary>Whether something looks at the type, or at the content.</summary>
    public bool ChecksType { get; private set; }

    /// <summary>Whether the name of a saved file is the client's.</summary>
    public bool KeepsName { get; private set; }

    /// <summary>Whether it goes to code that is not seen, or that looks for malware: what that asks of it is not known.</summary>
    public bool GoesElsewhere { get; private set; }

    /// <summary>Whether it is written where temporary files are.</summary>
    public bool IsTemporary { get; private set; }

    /// <summary>Reads a function, and what it hands the upload to.</summary>
    public void Enter(ISymbol function, IOperation root, IReadOnlyDictionary<ISymbol, UploadPart> given, int depth = 0)
    {
        cancellation.ThrowIfCancellationRequested();
        if (depth > MaxDepth || !_entered.Add((function, string.Join(",", given.Select(static one => $"{one.Key.Name}:{(int)one.Value}")))) || code.BodyAround(root.Syntax, cancellation) is not { } body) return;
        var frame = new UploadFrame(root, body, given, (call, from) => Returned(call, from, depth));
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (UploadTests.BoundsLength(operation, frame)) BoundsLength = true;
            if (UploadTests.ChecksType(operation, frame)) ChecksType = true;
            switch (operation)
            {
                case IInvocationOperation call:
                    OfCall(call, frame, depth);
                    break;
                case IObjectCreationOperation { Constructor: { } constructor } creation:
                    if (AspNet.InSource(constructor)) Into(constructor, creation.Arguments, frame, depth);
                    else OfLibrary(creation, constructor, creation.Arguments, frame);
                    break;
                // new PutObjectRequest { InputStream = content }
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment when UploadFrame.IsStore(property) && Has(assignment.Value, frame, UploadPart.Content):
                    Saves.Add(assignment);
                    break;
                // new MultipartReader(boundary, body) { BodyLengthLimit = 1024 }
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "BodyLengthLimit" } }:
                    BoundsLength = true;
                    break;
                // A model may know what it lets in: if (!upload.IsPicture) …
                case IPropertyReferenceOperation { Property: { GetMethod: { } getter } property } when AspNet.InSource(property) && (UploadTypes.Hold(property.ContainingType) || operation.ChildOperations.Any(child => Has(child, frame, Text | UploadPart.Content))):
                    Into(getter, ImmutableArray<IArgumentOperation>.Empty, frame, depth);
                    break;
                case IInvalidOperation or IDynamicInvocationOperation when operation.Descendants().Any(inner => UploadTypes.IsFile(inner.Type)):
                    GoesElsewhere = true;
                    break;
            }
        }
    }

    private void OfCall(IInvocationOperation call, UploadFrame frame, int depth)
    {
        var method = call.TargetMethod;
        if (method.Name is "GetTempFileName" or "GetTempPath") IsTemporary = true;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            GoesElsewhere |= call.Arguments.Any(argument => Carries(argument.Value, frame));
            return;
        }
        if (IsSave(call, frame))
        {
            Saves.Add(call);
            AskName(call, method, call.Arguments, frame);
        }
        else if (AspNet.InSource(method)) Into(method, call.Arguments, frame, depth);
        else OfLibrary(call, method, call.Arguments, frame);
        if (Sends.Contains(method.Name)) Sent(call, frame, depth);
    }

    // Into a method of the application: what it is given, where it is given something of an upload or may take one itself.
    private void Into(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, UploadFrame frame, int depth)
    {
        var carries = arguments.Any(argument => Carries(argument.Value, frame));
        if (carries && IsScanner(method)) GoesElsewhere = true;
        var found = false;
        foreach (var target in _targets.Of(method))
        {
            found = true;
            var definition = (target.ReducedFrom ?? target).OriginalDefinition;
            definition = definition.PartialImplementationPart ?? definition;
            if (definition.DeclaringSyntaxReferences.FirstOrDefault() is not { } declared || !(carries || arguments.Any(argument => frame.PartOf(argument.Value) != UploadPart.None) || UploadTypes.Names.Any(TreeIndex.Of(declared.SyntaxTree, cancellation).Mentions))) continue;
            // A local function is read with the function that it stands in.
            if (definition.MethodKind == MethodKind.LocalFunction) Given(definition, arguments, frame, (given, body) => Enter(definition, LocalFunction(definition, body) ?? body.Root, given, depth + 1));
            else Given(definition, arguments, frame, (given, body) => Enter(definition, body.Root, given, depth + 1));
        }
        if (!found && carries) GoesElsewhere = true;
    }

    private void Given(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, UploadFrame frame, Action<Dictionary<ISymbol, UploadPart>, MemberBody> enter)
    {
        if (code.BodyOf(method, cancellation) is not { } body) return;
        var given = new Dictionary<ISymbol, UploadPart>(SymbolEqualityComparer.Default);
        foreach (var argument in arguments)
            if (argument.Parameter is { } bound && method.Parameters.ElementAtOrDefault(bound.Ordinal) is { } parameter && frame.PartOf(argument.Value) is var part and not UploadPart.None) given[parameter] = part;
        enter(given, body);
    }

    private static IOperation? LocalFunction(IMethodSymbol method, MemberBody body) => body.Root.Descendants().FirstOrDefault(operation => operation is ILocalFunctionOperation local && AspNet.Same(local.Symbol, method));

    private UploadPart Returned(IInvocationOperation call, UploadFrame from, int depth)
    {
        var part = UploadPart.None;
        if (depth > MaxDepth || !_returning.Add(call.Syntax)) return part;
        foreach (var target in _targets.Of(call.TargetMethod).Take(2))
        {
            var definition = (target.ReducedFrom ?? target).OriginalDefinition;
            Given(definition, call.Arguments, from, (given, body) =>
            {
                var frame = new UploadFrame(body.Root, body, given, (inner, outer) => Returned(inner, outer, depth + 1));
                foreach (var one in body.ReturnsOf(body.Owner)) part |= frame.PartOf(one.ReturnedValue!);
            });
        }
        _returning.Remove(call.Syntax);
        return part;
    }

    private void OfLibrary(IOperation place, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, UploadFrame frame)
    {
        AskName(place, method, arguments, frame);
        if (arguments.IsEmpty || Sends.Contains(method.Name)) return;
        // An image or a reader of its own makes sense of the content, or throws.
        if (method.ContainingNamespace is { Name: "Drawing" } || method.ContainingType?.Name is "BinaryReader" or "ZipArchive") ChecksType |= arguments.Any(argument => Has(argument.Value, frame, UploadPart.Content));
        if ((!Guards.IsCarrier(method) && !UploadFrame.IsStore(method)) || IsScanner(method)) GoesElsewhere |= arguments.Any(argument => Carries(argument.Value, frame) || Has(argument.Value, frame, Text));
    }

    private void AskName(IOperation place, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, UploadFrame frame) =>
        KeepsName |= UploadPaths.Of(method, arguments) is { } path && Has(path, frame, UploadPart.Name) && !UploadPaths.AreCleaned(place.Syntax);

    private bool IsSave(IInvocationOperation call, UploadFrame frame)
    {
        var method = call.TargetMethod;
        if (AspNet.InSource(method)) return false;
        if (UploadFrame.IsCopy(call)) return frame.IsContent(call) && call.Arguments.Any(argument => Has(argument.Value, frame, UploadPart.Target));
        var writes = method.Name.StartsWith("Write", StringComparison.Ordinal) || method.Name.StartsWith("Append", StringComparison.Ordinal);
        if (writes && method.ContainingType is { Name: "File", ContainingNamespace.Name: "IO" }) return call.Arguments.Any(argument => Has(argument.Value, frame, UploadPart.Content));
        if (writes && call.Instance is { } stream && Has(stream, frame, UploadPart.Target)) return call.Arguments.Any(argument => Has(argument.Value, frame, UploadPart.Content));
        return UploadFrame.IsStore(method) && (writes || method.Name.StartsWith("Upload", StringComparison.Ordinal) || method.Name.StartsWith("Put", StringComparison.Ordinal) || method.Name.StartsWith("WithStreamData", StringComparison.Ordinal) || method.Name.StartsWith("Stage", StringComparison.Ordinal))
            && call.Arguments.Any(argument => Has(argument.Value, frame, UploadPart.Content));
    }

    // A mediator hands a command to whoever handles its type.
    private void Sent(IInvocationOperation call, UploadFrame frame, int depth)
    {
        foreach (var argument in call.Arguments)
        {
            var message = Values.Unwrap(argument.Value);
            if (message.Type is not INamedTypeSymbol type || !AspNet.InSource(type) || !Carries(message, frame)) continue;
            var handlers = _targets.HandlersOf(type).Take(4).ToList();
            if (handlers.Count == 0) GoesElsewhere = true;
            foreach (var (handler, _) in handlers)
                if (code.BodyOf(handler, cancellation) is { } body) Enter(handler, body.Root, new Dictionary<ISymbol, UploadPart>(SymbolEqualityComparer.Default), depth + 1);
        }
    }

    private static bool Has(IOperation value, UploadFrame frame, UploadPart part) => (frame.PartOf(value) & part) != 0;

    private static bool Carries(IOperation value, UploadFrame frame) => Values.Unwrap(value) is var inner && ((inner.Type is { } type && UploadTypes.Hold(type)) || Has(inner, frame, UploadPart.Content));

    private bool IsScanner(IMethodSymbol method) => scanners.Any(word => method.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0 || method.ContainingType?.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
