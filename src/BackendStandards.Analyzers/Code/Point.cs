namespace BackendStandards.Analyzers.Code;

/// <summary>A place in a graph: before the <paramref name="Index"/>th operation of a block. The block's branch value counts as the operation after the last.</summary>
internal readonly record struct Point(FlowGraph Graph, int Block, int Index);
