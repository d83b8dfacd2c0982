using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Validation;

/// <summary>Which types are uploaded files, or hold some.</summary>
internal static class UploadTypes
{
    /// <summary>The names of which one stands in every file that works with an upload.</summary>
    public static readonly string[] Names = ["IFormFile", "IFormFileCollection", "Files", "MultipartReader", "MultipartSection", "FileMultipartSection"];

    /// <summary>Whether a type is a file, or a part of a multipart body.</summary>
    public static bool IsFile(ITypeSymbol? type) => type is { Name: "IFormFile" or "FormFile" or "MultipartSection" or "FileMultipartSection" } && AspNet.IsKnown(type);

    /// <summary>Whether a type is a file, or a collection of files.</summary>
    public static bool AreFiles(ITypeSymbol? type) => type is not null && (IsFile(type) || type.Name is "IFormFileCollection" or "FormFileCollection" || (InputTypes.ElementOf(type) is { } element && IsFile(element)));

    /// <summary>Whether a type is a file, files, or a model of the application with some among its members.</summary>
    public static bool Hold(ITypeSymbol type) => AreFiles(type) || FileMembers(type).Any();

    /// <summary>The members of a model, and of the models in it, that are files.</summary>
    public static IEnumerable<IPropertySymbol> FileMembers(ITypeSymbol type) => InputTypes.ModelOf(type) is not { } model ? [] :
        InputTypes.Closure(model).SelectMany(InputTypes.MembersOf).Select(static member => member.Property).Where(static property => AreFiles(property.Type));
}
