using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Text;

/// <summary>
/// What is wrong with a file, so far: whoever corrects it wants to know everything at once. A reader that can go on
/// after a problem does so, and gives no more records.
/// </summary>
internal sealed class FileProblems
{
    private readonly ImmutableArray<RecordProblem>.Builder _found = ImmutableArray.CreateBuilder<RecordProblem>();

    public bool Any => _found.Count > 0;

    /// <summary>Notes a problem and goes on; the last one that fits ends the reading.</summary>
    public void Add(FileRefusedException refused)
    {
        _found.AddRange(refused.Problems.Take(FileRefusedException.ProblemCountMax - _found.Count));
        if (_found.Count == FileRefusedException.ProblemCountMax)
            ThrowIfAny();
    }

    /// <summary>Reads on; a fault that cannot be read past ends the file, after all that was found before it.</summary>
    public async ValueTask<bool> Read(ValueTask<bool> next)
    {
        try
        {
            return await next;
        }
        catch (FileRefusedException e)
        {
            Add(e);
            ThrowIfAny();
            throw;
        }
    }

    /// <summary>Refuses the file if anything is wrong with it.</summary>
    public void ThrowIfAny()
    {
        if (Any)
            throw new FileRefusedException(_found.ToImmutable());
    }
}
