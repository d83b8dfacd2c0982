namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>How the words of a path segment are joined.</summary>
internal enum PathStyle
{
    /// <summary>Kebab, unless the application keeps to another one throughout.</summary>
    Auto,

    /// <summary><c>user-profiles</c>.</summary>
    Kebab,

    /// <summary><c>user_profiles</c>.</summary>
    Snake,

    /// <summary><c>userProfiles</c>.</summary>
    Camel,

    /// <summary><c>UserProfiles</c>.</summary>
    Pascal,
}
