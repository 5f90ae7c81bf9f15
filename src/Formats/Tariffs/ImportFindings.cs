using System.Collections.Immutable;

namespace BillingActors.Formats.Tariffs;

/// <summary>Gathers what stands in the way of a tariff, and what its reader should know.</summary>
internal sealed class ImportFindings
{
    private readonly List<TariffImportProblem> _problems = [];
    private readonly List<string> _notes = [];

    public ImmutableArray<TariffImportProblem> Problems => [.. _problems];

    public ImmutableArray<string> Notes => [.. _notes];

    public bool HasProblems => _problems.Count > 0;

    public void Refuse(string path, string rule, string detail) =>
        _problems.Add(new TariffImportProblem(path, rule, detail));

    public void Note(string sentence)
    {
        if (!_notes.Contains(sentence))
            _notes.Add(sentence);
    }
}
