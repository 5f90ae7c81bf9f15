using BillingActors.Domain.Tariffs;

namespace BillingActors.Cli.Rating;

/// <summary>One thing that is wrong with a file that is to be rated.</summary>
/// <param name="Path">Members of a document, a column of a table, or the days of a bill.</param>
/// <param name="Line">Line of the file, from 1; 0 where there is none.</param>
/// <param name="Rule">Stable code of the rule.</param>
/// <param name="Detail">What was found and what was expected.</param>
internal sealed record RatingError(string Path, int Line, string Rule, string Detail)
{
    /// <summary>A problem of a tariff document.</summary>
    public static RatingError Of(TariffProblem problem) => new(problem.Path, 0, problem.Rule, problem.Detail);
}
