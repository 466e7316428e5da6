// Package entries follows what L1 has sent to chains: the messages that its messenger
// logged, once they are so deep on L1 that they stay there. It keeps nothing over restarts;
// the chains' own trees say from which message on something is to be found.
package entries
