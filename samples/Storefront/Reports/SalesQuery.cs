using System.ComponentModel.DataAnnotations;

namespace Storefront.Reports;

/// <summary>The days that a report is about, both included.</summary>
public sealed class SalesQuery : IValidatableObject
{
    private const int MaximumDays = 366;

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    internal long Start => MillisecondsAt(From);

    internal long End => MillisecondsAt(To.AddDays(1));

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (To < From || To.DayNumber - From.DayNumber >= MaximumDays)
        {
            yield return new ValidationResult("A report is about one day to one year.", [nameof(From), nameof(To)]);
        }
    }

    private static long MillisecondsAt(DateOnly day) =>
        new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
