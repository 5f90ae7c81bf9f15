namespace BillingActors.Formats.Nem;

/// <summary>What stands between header and end: blocks of records that belong together.</summary>
internal interface IRecordBlocks
{
    /// <summary>Takes the next record; false if it is no kind of ours.</summary>
    bool Take(MeterDataRecord record);

    /// <summary>No further record belongs to the open block.</summary>
    void Close();
}
