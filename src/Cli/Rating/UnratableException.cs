using System.Collections.Immutable;

namespace BillingActors.Cli.Rating;

/// <summary>A tariff or its usage cannot be rated; it names every problem that was found.</summary>
internal sealed class UnratableException(string code, string title, ImmutableArray<RatingError> errors)
    : Exception($"{title} {Tell(errors)}")
{
    /// <summary>How many problems are named.</summary>
    public const int ErrorCountMax = 100;

    /// <summary>
    /// Stable code: tariff-invalid, tax-invalid, usage-invalid, state-invalid, options-invalid or not-ratable.
    /// </summary>
    public string Code => code;

    public string Title => title;

    public ImmutableArray<RatingError> Errors => errors;

    /// <summary>The first problem, and how many more there are.</summary>
    public string Detail => Tell(errors);

    public static UnratableException Tariff(IEnumerable<RatingError> errors) =>
        new("tariff-invalid", "The tariff cannot be used.", First(errors));

    public static UnratableException Tax(IEnumerable<RatingError> errors) =>
        new("tax-invalid", "The taxes cannot be used.", First(errors));

    public static UnratableException Usage(params IEnumerable<RatingError> errors) =>
        new("usage-invalid", "The usage cannot be used.", First(errors));

    public static UnratableException State(RatingError error) =>
        new("state-invalid", "The state cannot be used.", [error]);

    public static UnratableException Options(IEnumerable<RatingError> errors) =>
        new("options-invalid", "The options make no sense.", First(errors));

    public static UnratableException Held(IEnumerable<RatingError> errors) =>
        new("not-ratable", "The usage cannot be rated by the tariff.", First(errors));

    private static ImmutableArray<RatingError> First(IEnumerable<RatingError> errors) =>
        [.. errors.Take(ErrorCountMax)];

    private static string Tell(ImmutableArray<RatingError> errors)
    {
        if (errors.IsEmpty)
            return "";
        var (path, line) = (errors[0].Path, errors[0].Line);
        string[] where = line > 0 ? [$"line {line}", path] : [path];
        var place = string.Join(", ", where.Where(static part => part.Length > 0));
        var more = errors.Length == 1 ? "" : $" ({errors.Length - 1} more)";
        return place.Length == 0 ? errors[0].Detail + more : $"{place}: {errors[0].Detail}{more}";
    }
}
