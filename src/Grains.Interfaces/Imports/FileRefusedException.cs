using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Imports;

/// <summary>The whole file is refused: nothing of it is stored. It names at least one line, field and rule.</summary>
public sealed class FileRefusedException(ImmutableArray<RecordProblem> problems)
    : Exception(problems.Length == 0
        ? "The file is refused."
        : $"Line {problems[0].Line}, {problems[0].Field}: {problems[0].Detail}")
{
    /// <summary>What is wrong, the first problem first; at most 100.</summary>
    public ImmutableArray<RecordProblem> Problems { get; } = problems;
}
