using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Cli.Client;

/// <summary>The gateway said no, with a code of its catalogue.</summary>
internal sealed class RefusedException(int status, ProblemBody problem)
    : Exception(string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{problem.Detail ?? problem.Title ?? "refused"} ({problem.Code ?? "status"} {status})"))
{
    private static readonly string[] NeedsSomebody =
        ["second-person-needed", "run-wrong-stage", "run-not-working", "run-not-paused", "run-differs"];

    /// <summary>Code of the catalogue.</summary>
    public string Code => problem.Code ?? "";

    /// <summary>Lines of a file that was refused.</summary>
    public ImmutableArray<RecordProblem> Problems =>
        problem.Problems is { IsDefault: false } lines ? lines : [];

    /// <summary>The import that was refused, if it was one.</summary>
    public string? ImportId => problem.ImportId;

    /// <summary>What the shell gets.</summary>
    public int ExitCode => status is 401 or 403 || NeedsSomebody.Contains(Code, StringComparer.Ordinal)
        ? Cli.ExitCode.Refused
        : Cli.ExitCode.Error;
}
