using System.Collections.Immutable;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Rules.Api;
using BackendStandards.Analyzers.Rules.Contract;
using BackendStandards.Analyzers.Rules.Documentation;
using BackendStandards.Analyzers.Rules.Reliability;
using BackendStandards.Analyzers.Rules.Secrets;
using BackendStandards.Analyzers.Rules.Security;
using BackendStandards.Analyzers.Rules.Structure;

namespace BackendStandards.Analyzers.Configuration;

/// <summary>Every option of the product. Listed by hand: a rule's option that is missing here is reported to the user as an unknown key, which a test sees.</summary>
internal static class KnownOptions
{
    /// <summary>All options, in the order of their keys.</summary>
    public static readonly ImmutableArray<Option> All =
        ImmutableArray.Create<Option>(
                RouteNotVersioned.Style,
                RouteNotVersioned.UnversionedPaths,
                ReadChangesState.Bookkeeping,
                BodyOfBodilessVerb.AllowDeleteBody,
                ListWithoutPaging.Lookups,
                CollectionIsSingular.SingularSegments,
                VerbInPath.AllowedSegments,
                VerbInPath.AllowRpc,
                PathCasing.Style,
                ResponseFormat.Style,
                SensitiveValueLogged.FurtherNames,
                SensitiveValueLogged.IgnoredNames,
                SensitiveValueLogged.PersonalData,
                SecretOptions.AllowedValues,
                SecretOptions.AllowedNameWords,
                SecretInSettingsFile.Enabled,
                WeakPasswordProtection.MinIterations,
                WeakPasswordProtection.MinIterationsSha512,
                ExceptionExposure.UserFacing,
                PlainTextPassword.IgnoredTypes,
                InsecureCookie.HarmlessNames,
                PermissiveCors.PublicApi,
                NoRateLimiting.Where,
                RequestSizeUnlimited.MaxBytes,
                UploadNotChecked.Scanners,
                InputWithoutBound.TextLength,
                InputWithoutBound.ListLength,
                InputWithoutBound.PageSize,
                AccessDecisions.PublicPaths,
                AccessDecisions.DecidingAttributes,
                HeaderTaken.TrustedHeaders,
                DetailedErrorsEnabled.ApiExplorers,
                OpenApiNotEnabled.Where,
                ResponseNotDeclared.Implied,
                HandlerTalksToDatabase.AllowQueries,
                HandlerTalksToDatabase.MinFiles)
            .Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));

    /// <summary>The option of a key, or null.</summary>
    public static Option? Find(string key) => All.FirstOrDefault(option => option.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    /// <summary>The known key that is spelled most like the given one, if any is near enough to be meant.</summary>
    public static string? Nearest(string key) => All
        .Select(option => (option.Key, Distance: EditDistance.Between(option.Key, key.ToLowerInvariant())))
        .Where(candidate => candidate.Distance <= 3 + (key.Length / 8))
        .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Key, StringComparer.Ordinal)
        .Select(candidate => candidate.Key)
        .FirstOrDefault();
}
