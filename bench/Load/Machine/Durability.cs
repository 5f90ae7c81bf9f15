namespace BillingActors.Load.Machine;

/// <summary>What the server promises about a commit; anything but full durability makes a run invalid.</summary>
internal sealed record Durability(string Fsync, string SynchronousCommit, string FullPageWrites)
{
    public bool IsFull => (Fsync, SynchronousCommit, FullPageWrites) is ("on", "on", "on");

    public override string ToString() =>
        $"fsync {Fsync}, synchronous_commit {SynchronousCommit}, full_page_writes {FullPageWrites}";
}
