using System.Runtime;

namespace BillingActors.Load.Machine;

/// <summary>What the engine's process spent: processor time, and of it what its runtime took for itself.</summary>
/// <param name="Processor">Processor time of all threads.</param>
/// <param name="Paused">Time during which the collector held all threads.</param>
/// <param name="Compiling">Time the compiler took, on threads of its own beside the work.</param>
/// <param name="AllocatedBytes">Bytes that were allocated.</param>
/// <param name="Collections">Collections of any generation.</param>
internal sealed record EngineCost(
    TimeSpan Processor, TimeSpan Paused, TimeSpan Compiling, long AllocatedBytes, int Collections)
{
    /// <summary>All that this process has spent so far.</summary>
    public static EngineCost Now() => new(
        Environment.CpuUsage.TotalTime,
        GC.GetTotalPauseDuration(),
        JitInfo.GetCompilationTime(),
        GC.GetTotalAllocatedBytes(),
        GC.CollectionCount(0));

    /// <summary>What was spent since an earlier look.</summary>
    public EngineCost Since(EngineCost start) => new(
        Processor - start.Processor,
        Paused - start.Paused,
        Compiling - start.Compiling,
        AllocatedBytes - start.AllocatedBytes,
        Collections - start.Collections);
}
