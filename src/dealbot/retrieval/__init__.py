"""Finding passages by meaning: documents, embeddings, index, ranking."""
