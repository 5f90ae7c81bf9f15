using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Imports;

/// <summary>The whole file is refused: nothing of it is stored. It names at least one line, field and rule.</summary>
public sealed class FileRefusedException(ImmutableArray<RecordProblem> problems) : Exception(Tell(problems))
{
    /// <summary>How many problems are named; a file with more of them is read no further.</summary>
    public const int ProblemCountMax = 100;

    /// <summary>What is wrong, the first problem first; at most <see cref="ProblemCountMax"/>.</summary>
    public ImmutableArray<RecordProblem> Problems { get; } = problems;

    private static string Tell(ImmutableArray<RecordProblem> problems)
    {
        if (problems.Length == 0)
            return "The file is refused.";
        var more = problems.Length == 1 ? "" : $" ({problems.Length - 1} more)";
        return $"Line {problems[0].Line}, {problems[0].Field}: {problems[0].Detail}{more}";
    }
}
